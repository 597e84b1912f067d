/** An episode in the player: a sound of its own, on the page of its module and in the author's order. */
import { beforeEach, expect, test } from 'vitest';
import { audioKey } from '../../../../src/model/progress.ts';
import { episodeId } from '../../../../src/model/sound.ts';
import { nextInRoute } from '../../../../src/state/listening/next-in-route.ts';
import { audioOf, moduleOf, summaryOf } from '../../../fixtures/learning-route.ts';
import { createListeningApp } from '../../../fixtures/listening-app.ts';

const EPISODE = episodeId('b');

let app: ReturnType<typeof createListeningApp>;

beforeEach(() => {
  const sounds = ['a', 'b', 'c'].map((id) => summaryOf(id));
  app = createListeningApp(sounds, [], 1, [audioOf(EPISODE, 30)]);
  const episode = {
    id: EPISODE,
    title: 'Aflevering',
    completion: 0.9,
    audio: audioOf(EPISODE, 30),
  };
  app.content.setEpisode('r', episode, moduleOf('b', { title: 'Aflevering' }));
  app.playback.setChooser((ended) => nextInRoute(app.content, ended));
});

test('comes after the own text of its module, and the next module after it', async () => {
  const { playback, advance } = app;
  await playback.playModule('r', 'b');
  await advance(10.1);
  expect(playback.upNext.value?.id).toBe(EPISODE);
  await advance(2);
  expect(playback.loaded.value).toMatchObject({ moduleId: 'b', summary: { id: EPISODE } });
  await advance(30);
  expect(playback.upNext.value?.id).toBe('c');
});

test('is left out once it was taken away', async () => {
  const { playback, advance, content } = app;
  content.removeEpisode('r', EPISODE);
  await playback.playModule('r', 'b');
  await advance(10.1);
  expect(playback.upNext.value?.id).toBe('c');
});

test('has place, coverage and completion of its own', async () => {
  const { playback, progress, advance } = app;
  await playback.playModule('r', EPISODE);
  await advance(12);
  const own = progress.all.value.get(audioKey('r', 'b', 'episode'));
  expect(own?.position).toBeGreaterThan(10);
  expect(own?.completed).toBeUndefined();
  expect(progress.all.value.get(audioKey('r', 'b'))).toBeUndefined();
  await advance(18.5);
  expect(progress.all.value.get(audioKey('r', 'b', 'episode'))?.completed?.how).toBe('heard');
});

test('shows its own text, and the modules before and after its own', async () => {
  const { playback } = app;
  playback.open('r', EPISODE);
  expect(playback.module.value?.title).toBe('Aflevering');
  expect(playback.neighbours.value.previous?.id).toBe('a');
  expect(playback.neighbours.value.next?.id).toBe('c');
});
