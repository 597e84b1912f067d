/** A recording as the episode of its module, from the moment that it is on the device until it goes. */
import { type Signal, signal } from '@preact/signals-core';
import { beforeEach, expect, test } from 'vitest';
import type { RecordingSlots } from '../../../../src/capture/take-stock.ts';
import type { Recording } from '../../../../src/model/recording.ts';
import { episodeId } from '../../../../src/model/sound.ts';
import { followQuestions } from '../../../../src/state/questions/follow-questions.ts';
import { OpenQuestionsModel } from '../../../../src/state/questions/open-questions.ts';
import { followRecordings } from '../../../../src/state/recordings/follow-recordings.ts';
import {
  createListeningParts,
  type ListeningParts,
  settled,
} from '../../../fixtures/listening-parts.ts';

const EPISODE = { title: 'Aflevering', publisher: '', year: 2020, people: [], url: '' };
const SOUND = episodeId('a');

function recordingOf(id: string, more: Partial<Recording> = {}): Recording {
  return {
    audioHash: id,
    routeId: 'r',
    moduleId: 'a',
    fileName: `${id}.mp3`,
    type: 'audio/mpeg',
    size: 10,
    pieces: ['p'],
    duration: 40,
    chapters: [{ title: 'Begin', startTime: 0 }],
    peaks: [],
    isSeekExact: true,
    addedAt: 1,
    copiedAt: 2,
    ...more,
  };
}

let parts: ListeningParts;
let slots: Signal<RecordingSlots>;

const put = (recording?: Recording) => {
  slots.value = new Map([['r/a', recording ? { recording } : {}]]);
};

beforeEach(() => {
  const question = {
    kind: 'reflect' as const,
    version: 'v',
    text: 'Wat hoor je?',
    on: 'episode' as const,
  };
  parts = createListeningParts(
    {
      episode: EPISODE,
      questions: [
        { ...question, id: 'halverwege', moment: { kind: 'fraction', fraction: 0.5 } },
        { ...question, id: 'na', moment: { kind: 'end' } },
      ],
    },
    new Map([
      ['/_audio/een', { duration: 40 }],
      ['/_audio/twee', { duration: 30 }],
    ]),
  );
  slots = signal<RecordingSlots>(new Map());
  followRecordings({ recordings: { slots }, content: parts.content, playback: parts.playback });
});

test('it can be played once it is there, and not before', async () => {
  const { playback, content } = parts;
  await playback.playModule('r', SOUND);
  expect(playback.loaded.value).toBeUndefined();
  put(recordingOf('een'));
  expect(content.episodes.value.has(`r/${SOUND}`)).toBe(true);
  await playback.playModule('r', SOUND);
  parts.pass(1);
  expect(playback.isPlaying.value).toBe(true);
  expect(playback.duration.value).toBe(40);
  expect(playback.chapter.value?.title).toBe('Begin');
});

test('a text that is added while it plays is there at once, and nothing stops', async () => {
  const { playback } = parts;
  put(recordingOf('een'));
  await playback.playModule('r', SOUND);
  parts.pass(5);
  const lines = [{ startTime: 4, endTime: 9, text: 'Ik twijfel.' }];
  put(recordingOf('een', { transcript: { fileName: 'a.vtt', lines } }));
  expect(playback.sentenceId.value).toBe('a1');
  parts.pass(1);
  expect(playback.isPlaying.value).toBe(true);
  expect(playback.currentTime.value).toBeGreaterThan(5.5);
});

test('when it goes, the player is silent and has the own text of the module again', async () => {
  const { playback, content } = parts;
  put(recordingOf('een'));
  await playback.playModule('r', SOUND);
  parts.pass(5);
  put();
  parts.pass(0.1);
  expect(playback.loaded.value?.summary.id).toBe('a');
  expect(playback.isPlaying.value).toBe(false);
  expect(content.episodes.value.size).toBe(0);
});

test('another file takes its place in the player, silent', async () => {
  const { playback } = parts;
  put(recordingOf('een'));
  await playback.playModule('r', SOUND);
  parts.pass(5);
  put(recordingOf('twee', { duration: 30 }));
  parts.pass(0.1);
  expect(playback.isPlaying.value).toBe(false);
  expect(playback.duration.value).toBe(30);
});

test('its questions stop the sound at their moments, and answers belong to the module', async () => {
  const { playback, notebook, settings, clock } = parts;
  const questions = new OpenQuestionsModel({
    settings: { load: async () => ({}), save: async () => undefined } as never,
    notebook,
    now: () => 0,
  });
  followQuestions({
    playback,
    notebook,
    settings,
    questions,
    addHeard: () => undefined,
    isVisible: () => true,
    canAsk: () => true,
    onHidden: () => undefined,
    chime: () => undefined,
    clock: () => clock.now,
  });
  put(recordingOf('een'));
  await playback.playModule('r', SOUND, 18);
  parts.pass(3);
  expect(notebook.opened.value).toMatchObject({
    module: { id: 'a' },
    question: { id: 'halverwege', times: { startTime: 20 } },
  });
  parts.pass(0.2);
  expect(playback.isPlaying.value).toBe(false);
  notebook.input('text', 'Ruimte.');
  await notebook.closeAndPlay();
  await settled();
  expect(notebook.answers.value.get('r/a/halverwege')?.note.anchor).toMatchObject({
    audioHash: 'een',
    time: 20,
  });
  playback.seek(37.5);
  parts.pass(2);
  expect(notebook.opened.value?.question.id).toBe('na');
  expect(playback.currentTime.value).toBeLessThan(40);
});
