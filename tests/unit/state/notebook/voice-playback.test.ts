import { beforeEach, expect, test } from 'vitest';
import type { PlayableVoice } from '../../../../src/capture/playable-voice.ts';
import type { SpokenNote } from '../../../../src/model/note.ts';
import type {
  PreviewEvent,
  PreviewPassage,
  PreviewPlayer,
} from '../../../../src/player/preview-player.ts';
import {
  VoicePlaybackModel,
  type VoicePlaybackState,
} from '../../../../src/state/notebook/voice-playback.ts';

function spoken(id: string): SpokenNote {
  return {
    id,
    kind: 'free',
    routeId: 'r',
    moduleId: 'a',
    anchor: {},
    createdAt: 1,
    voice: { type: 'audio/webm', duration: 10, peaks: [], pieces: 10 },
  };
}

const one = spoken('one');
const two = spoken('two');

let calls: string[];
let passages: PreviewPassage[];
let tell: (event: PreviewEvent) => void;
let isFailing: boolean;
let playback: VoicePlaybackState;

beforeEach(() => {
  calls = [];
  passages = [];
  isFailing = false;
  const player: PreviewPlayer = {
    playSound: () => undefined,
    playPassage: (passage) => void passages.push(passage),
    claim: () => void calls.push('claim'),
    seek: (to) => void calls.push(`seek ${to}`),
    stop: () => tell({ kind: 'stopped' }),
    onEvent(listener) {
      tell = listener;
      return () => undefined;
    },
  };
  playback = new VoicePlaybackModel({
    player,
    playback: { pause: () => void calls.push('pause') },
    async load(note): Promise<PlayableVoice> {
      if (isFailing) throw new Error('gone');
      calls.push(`load ${note.id}`);
      return { blob: new Blob([]), duration: 9.5 };
    },
    createUrl: () => `blob:${calls.length}`,
    revokeUrl: (url) => void calls.push(`revoke ${url}`),
  });
});

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

async function toggle(note: SpokenNote): Promise<void> {
  playback.toggle(note);
  await settle();
}

test('the player pauses and the element is claimed inside the press, before anything is read', () => {
  playback.toggle(one);
  expect(calls).toEqual(['pause', 'claim', 'load one']);
  expect(playback.playing.value).toBe('one');
});

test('stops and goes on at the same place, and reads the sound once', async () => {
  await toggle(one);
  expect(passages[0]).toMatchObject({ urls: ['blob:3'], startTime: 0, rate: 1 });
  tell({ kind: 'playing' });
  tell({ kind: 'timeupdate', currentTime: 4.2 });
  await toggle(one);
  expect(playback.playing.value).toBeUndefined();
  expect(playback.position.value).toBe(4.2);
  await toggle(one);
  expect(passages[1]).toMatchObject({ startTime: 4.2 });
  expect(calls.filter((call) => call === 'load one')).toHaveLength(1);
});

test('at the end it starts again from the start', async () => {
  await toggle(one);
  tell({ kind: 'timeupdate', currentTime: 9.4 });
  tell({ kind: 'stopped' });
  expect(playback.playing.value).toBeUndefined();
  expect(playback.position.value).toBe(0);
});

test('a place can be chosen before, while and without playing', async () => {
  playback.seek(one, 6);
  expect(playback.position.value).toBe(6);
  await toggle(one);
  expect(passages[0]).toMatchObject({ startTime: 6 });
  playback.seek(one, 99);
  expect(calls.at(-1)).toBe('seek 10');
  await toggle(one);
  const before = calls.length;
  playback.seek(one, 3);
  expect(calls).toHaveLength(before);
  expect(playback.position.value).toBe(3);
});

test('another note starts from its own start, and the sound before it is let go', async () => {
  await toggle(one);
  tell({ kind: 'timeupdate', currentTime: 4 });
  await toggle(two);
  expect(playback.current.value).toBe(two);
  expect(passages[1]).toMatchObject({ startTime: 0 });
  expect(calls).toContain('revoke blob:3');
});

test('one that is stopped while it is read does not start later', async () => {
  playback.toggle(one);
  playback.toggle(one);
  await settle();
  expect(passages).toEqual([]);
});

test('what a passage of a module tells is not taken for its own', () => {
  tell({ kind: 'timeupdate', currentTime: 45 });
  tell({ kind: 'failed' });
  expect(playback.position.value).toBe(0);
  expect(playback.failed.value).toBeUndefined();
});

test('a sound that cannot be read is told with its note', async () => {
  isFailing = true;
  await toggle(one);
  expect(playback.failed.value).toBe('one');
  expect(playback.playing.value).toBeUndefined();
});
