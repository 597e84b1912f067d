/**
 * Records speech and keeps it while it is spoken: every second goes to the storage before the next one.
 * Whatever ends a recording, the microphone is let go at once and what was saved is a whole note.
 */
import type { Note, SpokenNote } from '../model/note.ts';
import type { Fraction, Milliseconds, Seconds } from '../model/units.ts';
import { summarizeLevels, VOICE_LIMIT } from '../model/voice-note.ts';
import { StorageError } from '../storage/storage-error.ts';
import type { VoiceStore } from '../storage/voice-store.ts';
import type { Microphone, VoiceFault } from './microphone.ts';

/** What ended it: the person, the five minutes, or a fault. */
export type VoiceEnd = 'asked' | 'limit' | VoiceFault;

/** A recording under way. */
export interface VoiceRecording {
  /** Ends it; the microphone is free when this returns. */
  stop(): void;
  /** Tries again to save what could not be saved. @returns Whether all is stored now. */
  retry(): Promise<boolean>;
  /** All that was recorded so far, stored or not, as one file that plays. */
  takeOut(): Blob;
}

export interface RecordVoiceOptions {
  microphone: Microphone;
  store: Pick<VoiceStore, 'savePiece'>;
  /** What is spoken about; stored with the first piece, not before. */
  note: Note;
  /** A clock that never jumps. */
  clock: () => Milliseconds;
  /** About twenty times a second. @param level - How loud it is now. */
  onLevel: (level: Fraction, elapsed: Seconds) => void;
  /** The note as it is stored now. */
  onSaved: (note: SpokenNote) => void;
  /** Once; after a fault of saving once more, when the rest came in after all. */
  onEnd: (end: VoiceEnd) => void;
}

/** How often a piece is saved. */
const PIECE_INTERVAL: Milliseconds = 1000;

const LEVEL_INTERVAL: Milliseconds = 50;

/** Starts at once; the microphone must be open. */
export function recordVoice(options: RecordVoiceOptions): VoiceRecording {
  const { microphone, store, note, clock, onLevel, onSaved, onEnd } = options;
  const recorder = microphone.createRecorder();
  const levels: Fraction[] = [];
  const recorded: Blob[] = [];
  const waiting: { blob: Blob; duration: Seconds }[] = [];
  const begin = clock();
  let end: VoiceEnd | undefined;
  let toldEnd: VoiceEnd | undefined;
  let isStopped = false;
  let isSaving = false;
  let pieces = 0;

  const elapsed = (): Seconds => Math.min(VOICE_LIMIT, (clock() - begin) / 1000);
  const timer = setInterval(() => {
    const level = microphone.level();
    levels.push(level);
    onLevel(level, elapsed());
    if (elapsed() >= VOICE_LIMIT) finish('limit');
  }, LEVEL_INTERVAL);

  function finish(reason: VoiceEnd): void {
    if (end) return;
    end = reason;
    clearInterval(timer);
    if (recorder.state !== 'inactive') recorder.stop();
    else isStopped = true;
    microphone.close();
    void saveWaiting();
  }

  function tellEnd(now: VoiceEnd): void {
    if (now === toldEnd) return;
    toldEnd = now;
    onEnd(now);
  }

  async function saveWaiting(): Promise<void> {
    if (isSaving) return;
    isSaving = true;
    try {
      for (let next = waiting[0]; next; next = waiting[0]) {
        await save(next.blob, next.duration);
        waiting.shift();
      }
      if (isStopped && end) tellEnd(end);
    } catch (error) {
      const isFull = error instanceof StorageError && error.code === 'quota';
      // Once the rest comes in, it is as if the person ended it.
      finish('asked');
      tellEnd(isFull ? 'quota' : 'not-saved');
    } finally {
      isSaving = false;
    }
  }

  async function save(blob: Blob, duration: Seconds): Promise<void> {
    const bytes = await blob.arrayBuffer();
    const voice = {
      type: recorder.mimeType || blob.type,
      duration,
      peaks: summarizeLevels(levels),
      pieces: pieces + 1,
    };
    const spoken: SpokenNote = { ...note, voice };
    await store.savePiece(spoken, bytes);
    pieces += 1;
    onSaved(spoken);
  }

  recorder.ondataavailable = ({ data }) => {
    if (data.size === 0) return;
    recorded.push(data);
    waiting.push({ blob: data, duration: elapsed() });
    void saveWaiting();
  };
  recorder.onstop = () => {
    isStopped = true;
    // Without being asked: the microphone was pulled out or taken away.
    finish('lost');
    void saveWaiting();
  };
  recorder.onerror = () => finish('lost');
  recorder.start(PIECE_INTERVAL);

  return {
    stop: () => finish('asked'),
    async retry() {
      await saveWaiting();
      return waiting.length === 0;
    },
    takeOut: () => new Blob(recorded, { type: recorder.mimeType || (recorded[0]?.type ?? '') }),
  };
}
