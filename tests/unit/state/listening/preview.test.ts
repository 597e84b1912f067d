import { beforeEach, expect, test } from 'vitest';
import type {
  PreviewEvent,
  PreviewPassage,
  PreviewPlayer,
} from '../../../../src/player/preview-player.ts';
import { PreviewModel, type PreviewState } from '../../../../src/state/listening/preview.ts';
import { createListeningParts, type ListeningParts } from '../../../fixtures/listening-parts.ts';

let parts: ListeningParts;
let passages: PreviewPassage[];
let tell: (kind: PreviewEvent['kind']) => void;
let preview: PreviewState;

const range = { startTime: 5, endTime: 25 };

/** Remembers what it was asked, and stops when told so, as the real one does. */
function createFakePlayer(): PreviewPlayer {
  let isBusy = false;
  let listener: (event: PreviewEvent) => void = () => undefined;
  tell = (kind) => {
    if (kind === 'timeupdate') return;
    isBusy = kind === 'playing';
    listener({ kind });
  };
  return {
    playSound: () => undefined,
    playPassage(passage) {
      isBusy = true;
      passages.push(passage);
    },
    claim: () => undefined,
    seek: () => undefined,
    stop() {
      if (isBusy) tell('stopped');
    },
    onEvent(next) {
      listener = next;
      return () => undefined;
    },
  };
}

beforeEach(() => {
  parts = createListeningParts();
  passages = [];
  preview = new PreviewModel({
    base: '/',
    player: createFakePlayer(),
    playback: parts.playback,
    chooseUrl: ({ id }) => ({ url: `/_audio/${id}`, fallback: `/media/${id}.mp3` }),
  });
});

function summary(id: string) {
  const found = parts.content.summary('r', id);
  if (!found) throw new Error(`no module ${id}`);
  return found;
}

test('the player pauses first, and its position stays', async () => {
  await parts.playback.playModule('r', 'a', 30);
  parts.pass(2);
  const before = parts.engine.currentTime;
  parts.playback.setRate(1.2);
  preview.toggle('x', summary('b'), range);
  parts.pass(1);
  expect(parts.playback.isPlaying.value).toBe(false);
  expect(parts.engine.currentTime).toBe(before);
  expect(passages).toEqual([
    { urls: ['/_audio/b', '/media/b.mp3'], startTime: 5, endTime: 25, rate: 1.2 },
  ]);
  expect(preview.playing.value).toBe('x');
});

test('the same button stops it, and another one takes its place', () => {
  preview.toggle('x', summary('a'), range);
  preview.toggle('x', summary('a'), range);
  expect(preview.playing.value).toBeUndefined();
  preview.toggle('x', summary('a'), range);
  preview.toggle('y', summary('b'), range);
  expect(preview.playing.value).toBe('y');
  expect(passages).toHaveLength(3);
});

test('the player ends it', async () => {
  preview.toggle('x', summary('b'), range);
  await parts.playback.playModule('r', 'a', 30);
  parts.pass(1);
  expect(preview.playing.value).toBeUndefined();
  expect(parts.playback.isPlaying.value).toBe(true);
});

test('a failure is told at its own button, until the next try', () => {
  preview.toggle('x', summary('a'), range);
  tell('failed');
  expect(preview.failed.value).toBe('x');
  expect(preview.playing.value).toBeUndefined();
  preview.toggle('x', summary('a'), range);
  expect(preview.failed.value).toBeUndefined();
  expect(preview.playing.value).toBe('x');
});
