import { signal } from '@preact/signals-core';
import { beforeEach, expect, test } from 'vitest';
import { type Microphone, MicrophoneError } from '../../../../src/capture/microphone.ts';
import type { SpokenNote } from '../../../../src/model/voice-note.ts';
import { VoiceModel, type VoiceState } from '../../../../src/state/notebook/voice.ts';
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

/** Says nothing until it is stopped. */
function microphone(): Microphone {
  isOpen = true;
  const recorder = {
    state: 'inactive' as RecordingState,
    mimeType: 'audio/webm',
    ondataavailable: null,
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
  voice = new VoiceModel({
    store: { savePiece: async () => undefined },
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
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
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
