import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Microphone, SoundRecorder } from '../../../src/capture/microphone.ts';
import {
  recordVoice,
  type VoiceEnd,
  type VoiceRecording,
} from '../../../src/capture/voice-recorder.ts';
import type { SpokenNote } from '../../../src/model/note.ts';
import { StorageError } from '../../../src/storage/storage-error.ts';

/** Gives a piece when the test says so, as the browser's own does every second. */
class FakeRecorder implements SoundRecorder {
  state: RecordingState = 'inactive';
  mimeType = 'audio/webm;codecs=opus';
  ondataavailable: SoundRecorder['ondataavailable'] = null;
  onstop: SoundRecorder['onstop'] = null;
  onerror: SoundRecorder['onerror'] = null;

  start(): void {
    this.state = 'recording';
  }

  /** What is left comes after the call, and then the end. */
  stop(): void {
    this.state = 'inactive';
    queueMicrotask(() => {
      this.give('rest');
      this.onstop?.call(this as never, new Event('stop'));
    });
  }

  give(words: string): void {
    const event = { data: new Blob([words]) } as BlobEvent;
    this.ondataavailable?.call(this as never, event);
  }
}

const note = {
  id: 'n',
  kind: 'answer' as const,
  routeId: 'r',
  moduleId: 'a',
  anchor: {},
  createdAt: 1,
};

let recorder: FakeRecorder;
let isOpen: boolean;
let level: number;
let ends: VoiceEnd[];
let told: SpokenNote[];
let stored: { voice: SpokenNote['voice']; words: string }[];
let failure: StorageError | undefined;
let recording: VoiceRecording;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  recorder = new FakeRecorder();
  isOpen = true;
  level = 0.5;
  ends = [];
  told = [];
  stored = [];
  failure = undefined;
  const microphone: Microphone = {
    createRecorder: () => recorder,
    level: () => level,
    close: () => {
      isOpen = false;
    },
  };
  recording = recordVoice({
    microphone,
    store: {
      async savePiece({ voice }, bytes) {
        if (failure) throw failure;
        stored.push({ voice, words: new TextDecoder().decode(bytes) });
      },
    },
    note,
    clock: () => Date.now(),
    onLevel: () => undefined,
    onSaved: (spoken) => told.push(spoken),
    onEnd: (end) => ends.push(end),
  });
});

afterEach(() => {
  vi.useRealTimers();
});

async function pass(seconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(seconds * 1000);
  // Reading a blob takes turns of the real loop.
  for (let turn = 0; turn < 5; turn += 1) await new Promise((next) => setImmediate(next));
}

test('each piece is stored with the length and the loudness up to it', async () => {
  await pass(1);
  recorder.give('een');
  await pass(1);
  level = 1;
  recorder.give('twee');
  await pass(0.5);
  expect(stored.map(({ words, voice }) => [words, voice.pieces, voice.duration])).toEqual([
    ['een', 1, 1],
    ['twee', 2, 2],
  ]);
  expect(stored[1]?.voice.type).toBe('audio/webm;codecs=opus');
  expect(told.map(({ voice }) => voice)).toEqual(stored.map(({ voice }) => voice));
  expect(told[1]?.voice.peaks.every((peak) => peak === 0.5)).toBe(true);
});

test('stopping frees the microphone at once, and ends when the last piece is stored', async () => {
  await pass(1);
  recorder.give('een');
  recording.stop();
  expect(isOpen).toBe(false);
  expect(ends).toEqual([]);
  await pass(0);
  expect(stored.map(({ words }) => words)).toEqual(['een', 'rest']);
  expect(ends).toEqual(['asked']);
  recording.stop();
  await pass(1);
  expect(ends).toEqual(['asked']);
});

test('five minutes are the limit', async () => {
  await pass(299.9);
  expect(isOpen).toBe(true);
  await pass(0.2);
  expect(isOpen).toBe(false);
  expect(ends).toEqual(['limit']);
  expect(stored[0]?.voice.duration).toBe(300);
});

test('a microphone that goes away ends it, with what there was', async () => {
  await pass(1);
  recorder.stop();
  await pass(0);
  expect(ends).toEqual(['lost']);
  expect(isOpen).toBe(false);
  expect(stored.map(({ words }) => words)).toEqual(['rest']);
});

test.each([
  ['quota', 'quota'],
  ['unavailable', 'not-saved'],
] as const)(
  'storage that fails with %s ends it as %s, and the rest can still come in',
  async (code, end) => {
    await pass(1);
    recorder.give('een');
    await pass(0);
    failure = new StorageError(code, 'no');
    recorder.give('twee');
    await pass(0);
    expect(isOpen).toBe(false);
    expect(ends).toEqual([end]);
    expect(await recording.retry()).toBe(false);
    failure = undefined;
    expect(await recording.retry()).toBe(true);
    expect(ends).toEqual([end, 'asked']);
    expect(stored.map(({ words, voice }) => [words, voice.pieces])).toEqual([
      ['een', 1],
      ['twee', 2],
      ['rest', 3],
    ]);
  },
);

test('all that was recorded can be taken out, stored or not', async () => {
  recorder.give('een');
  await pass(0);
  failure = new StorageError('quota', 'no');
  recorder.give('twee');
  await pass(0);
  const file = recording.takeOut();
  expect(file.type).toBe('audio/webm;codecs=opus');
  expect(await file.text()).toBe('eentweerest');
});

test('an empty piece is none', async () => {
  recorder.give('');
  await pass(0);
  expect(stored).toEqual([]);
});
