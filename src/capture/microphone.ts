/** Opens the microphone, says why it cannot, and measures how loud it is. */
import type { Fraction } from '../model/units.ts';

/** Why a recording cannot start or go on. `lost`: the microphone went away. */
export type VoiceFault =
  | 'unsupported'
  | 'refused'
  | 'no-microphone'
  | 'in-use'
  | 'lost'
  | 'quota'
  | 'not-saved';

/** What is used of a `MediaRecorder`. */
export type SoundRecorder = Pick<
  MediaRecorder,
  'start' | 'stop' | 'state' | 'mimeType' | 'ondataavailable' | 'onstop' | 'onerror'
>;

/** An open microphone. */
export interface Microphone {
  createRecorder(): SoundRecorder;
  /** How loud it is at this moment. */
  level(): Fraction;
  /** Lets it go; the browser's sign that it listens goes out. */
  close(): void;
}

/** Why the microphone did not open. */
export class MicrophoneError extends Error {
  override readonly name = 'MicrophoneError';
  readonly code: VoiceFault;

  constructor(code: VoiceFault, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/** The best first; each of them keeps speech in about a quarter of a megabyte a minute. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

const BITS_PER_SECOND = 32_000;

/** Whether this browser can record at all; absent on an address without https. */
function canRecord(): boolean {
  return typeof MediaRecorder === 'function' && navigator.mediaDevices !== undefined;
}

/** Asks the person once, as the browser does. @throws {@link MicrophoneError} */
export async function openMicrophone(): Promise<Microphone> {
  if (!canRecord()) throw new MicrophoneError('unsupported');
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: {
        channelCount: 1,
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
      },
    });
  } catch (error) {
    throw new MicrophoneError(faultOf(error), error);
  }
  const meter = createMeter(stream);
  return {
    createRecorder() {
      const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
      return new MediaRecorder(stream, {
        audioBitsPerSecond: BITS_PER_SECOND,
        ...(mimeType === undefined ? {} : { mimeType }),
      });
    },
    level: () => meter?.level() ?? 0,
    close() {
      for (const track of stream.getTracks()) track.stop();
      meter?.close();
    },
  };
}

/** @see https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia for the names. */
function faultOf(error: unknown): VoiceFault {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no-microphone';
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    default:
      return 'unsupported';
  }
}

/** Where the browser gives no audio graph there is no level, and the recording goes on. */
function createMeter(stream: MediaStream): { level(): Fraction; close(): void } | undefined {
  try {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    return {
      level() {
        analyser.getFloatTimeDomainData(samples);
        const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
        // Speech is mostly soft: the root makes it visible.
        return Math.min(1, Math.sqrt(Math.sqrt(power)));
      },
      close: () => void context.close(),
    };
  } catch {
    return undefined;
  }
}
