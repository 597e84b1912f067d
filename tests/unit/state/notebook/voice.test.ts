import { signal } from '@preact/signals-core';
import { beforeEach, expect, test } from 'vitest';
import { type Microphone, MicrophoneError } from '../../../../src/capture/microphone.ts';
import type { SpokenNote } from '../../../../src/model/note.ts';
import { VoiceModel, type VoiceState } from '../../../../src/state/notebook/voice.ts';
import { StorageError } from '../../../../src/storage/storage-error.ts';
import { createListeningParts, type ListeningParts } from '../../../fixtures/listening-parts.ts';

const subject = {
  kind: 'answer' as const,
  routeId: 'r',
  moduleId: 'a',
  anchor: { questionId: 'q' },
};

let parts: ListeningParts;
let isOpen: boolean;
let previewsStopped: number;
let answer: (microphone: Microphone | MicrophoneError) => void;
let voice: VoiceState;
let failure: StorageError | undefined;
let files: Blob[];
let room: string[];
let give: () => void;

/** Says nothing until it is stopped. */
function microphone(): Microphone {
  isOpen = true;
  const recorder = {
    state: 'inactive' as RecordingState,
    mimeType: 'audio/webm',
    ondataavailable: null as ((event: BlobEvent) => void) | null,
    onstop: null as (() => void) | null,
    onerror: null,
    start() {
      this.state = 'recording';
    },
    stop() {
      this.state = 'inactive';
      queueMicrotask(() => this.onstop?.());
    },
  };
  give = () => recorder.ondataavailable?.({ data: new Blob(['woord']) } as BlobEvent);
  return {
    createRecorder: () => recorder,
    level: () => 0,
    close: () => {
      isOpen = false;
    },
  };
}

beforeEach(() => {
  parts = createListeningParts();
  isOpen = false;
  previewsStopped = 0;
  failure = undefined;
  files = [];
  room = [];
  voice = new VoiceModel({
    store: {
      async savePiece() {
        if (failure) throw failure;
      },
    },
    async giveWay() {
      const id = room.pop();
      if (room.length === 0) failure = id === undefined ? failure : undefined;
      return id;
    },
    async saveFile(sound) {
      files.push(sound);
    },
    openMicrophone: () =>
      new Promise((resolve, reject) => {
        answer = (given) => (given instanceof MicrophoneError ? reject(given) : resolve(given));
      }),
    playback: parts.playback,
    stopPreview: () => {
      previewsStopped += 1;
    },
    notes: signal<readonly SpokenNote[]>([]),
    onSaved: () => undefined,
    onDone: () => undefined,
    createId: () => 'n',
    now: () => 1,
    clock: () => parts.clock.now,
  });
});

async function settle(): Promise<void> {
  // Reading a blob takes turns of the real loop.
  for (let turn = 0; turn < 5; turn += 1) await new Promise((next) => setImmediate(next));
}

async function record(): Promise<void> {
  void voice.start(subject);
  answer(microphone());
  await settle();
}

test('what plays pauses before the microphone is asked for', async () => {
  await parts.playback.playModule('r', 'a', 0);
  parts.pass(1);
  void voice.start(subject);
  expect(voice.phase.value).toBe('asking');
  expect(previewsStopped).toBe(1);
  parts.pass(0.1);
  expect(parts.playback.isPlaying.value).toBe(false);
  answer(microphone());
  await settle();
  expect(voice.phase.value).toBe('recording');
  voice.stop();
});

test('sound that starts ends the recording', async () => {
  await record();
  expect(isOpen).toBe(true);
  await parts.playback.playModule('r', 'a', 0);
  parts.pass(0.1);
  expect(isOpen).toBe(false);
  await settle();
  expect([voice.phase.value, voice.end.value]).toEqual(['idle', 'asked']);
});

test('a refusal is told, and the next try is a new one', async () => {
  void voice.start(subject);
  answer(new MicrophoneError('refused'));
  await settle();
  expect([voice.phase.value, voice.end.value]).toEqual(['idle', 'refused']);
  await record();
  expect([voice.phase.value, voice.end.value]).toEqual(['recording', undefined]);
  voice.stop();
});

test('who leaves while the browser asks leaves no open microphone', async () => {
  void voice.start(subject);
  voice.stop();
  expect(voice.phase.value).toBe('idle');
  answer(microphone());
  await settle();
  expect(isOpen).toBe(false);
  expect(voice.phase.value).toBe('idle');
});

test('it tells which question is answered aloud, for as long as it is', async () => {
  expect(voice.answering.value).toBeUndefined();
  await record();
  expect(voice.answering.value).toBe('r/a/q');
  voice.stop();
  await settle();
  expect(voice.answering.value).toBeUndefined();
});

async function recordOnFullDevice(): Promise<void> {
  failure = new StorageError('quota', 'full');
  await record();
  give();
  await settle();
  expect([voice.phase.value, voice.end.value]).toEqual(['idle', 'quota']);
}

test('sound that could not be stored keeps the page busy, and is not let go for a next recording', async () => {
  await recordOnFullDevice();
  expect([voice.isUnsaved.value, voice.isBusy.value]).toEqual([true, true]);
  const elsewhere = { ...subject, anchor: { questionId: 'other' } };
  await voice.start(elsewhere);
  expect([voice.phase.value, voice.isUnsaved.value]).toEqual(['idle', true]);
  expect(voice.subject.value).toEqual(elsewhere);
  failure = undefined;
  voice.retry();
  await settle();
  expect([voice.end.value, voice.isUnsaved.value, voice.isBusy.value]).toEqual([
    'asked',
    false,
    false,
  ]);
});

test('who asks for a next recording when there is room again has both', async () => {
  await recordOnFullDevice();
  failure = undefined;
  const starting = voice.start(subject);
  await settle();
  answer(microphone());
  await starting;
  expect([voice.phase.value, voice.saved.value]).toEqual(['recording', undefined]);
  voice.stop();
});

test('what was taken out as a file makes way for the next recording', async () => {
  await recordOnFullDevice();
  await voice.takeOut();
  expect(await files[0]?.text()).toBe('woord');
  expect([voice.isUnsaved.value, voice.isBusy.value]).toEqual([true, false]);
  void voice.start(subject);
  await settle();
  answer(microphone());
  await settle();
  expect(voice.phase.value).toBe('recording');
  voice.stop();
});

test('on a full device downloads give way to what is spoken, and it tells which', async () => {
  failure = new StorageError('quota', 'full');
  room = ['b', 'a'];
  await record();
  give();
  await settle();
  expect(voice.phase.value).toBe('recording');
  expect(voice.gaveWay.value).toEqual(['a', 'b']);
  voice.stop();
});
