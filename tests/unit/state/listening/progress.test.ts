import { describe, expect, test } from 'vitest';
import type { Progress } from '../../../../src/model/progress.ts';
import { episodeId } from '../../../../src/model/sound.ts';
import {
  nextUp,
  ProgressModel,
  routeTotals,
  stopState,
} from '../../../../src/state/listening/progress.ts';
import { audioOf, routeOf, summaryOf } from '../../../fixtures/learning-route.ts';

const summary = (id: string) => summaryOf(id, { audio: audioOf(id, 100) });
const route = routeOf([summary('a'), summary('b'), summary('c')]);

function heard(
  id: string,
  from: number,
  to: number,
  more: Partial<Progress> = {},
): [string, Progress] {
  const key = `r/${id}`;
  return [
    key,
    {
      key,
      position: to,
      duration: 100,
      heard: [{ startTime: from, endTime: to }],
      updatedAt: 1,
      ...more,
    },
  ];
}

describe('stopState', () => {
  test('a module that was never played has everything left', () => {
    expect(stopState(new Map(), 'r', summary('a'))).toEqual({
      completed: false,
      heard: 0,
      left: 100,
    });
  });

  test('what is left counts what was not heard, wherever the position is', () => {
    const all = new Map([heard('a', 20, 50, { position: 90 })]);
    expect(stopState(all, 'r', summary('a'))).toEqual({ completed: false, heard: 0.3, left: 70 });
  });
});

describe('routeTotals', () => {
  test('a finished module leaves nothing to hear, even when it was only read', () => {
    const all = new Map([
      heard('a', 0, 0, { completed: { at: 1, how: 'marked' } }),
      heard('b', 0, 40),
    ]);
    expect(routeTotals(all, route)).toEqual({ completed: 1, total: 3, left: 160 });
  });
});

describe('nextUp', () => {
  test('begins with the first module', () => {
    expect(nextUp(new Map(), route)).toMatchObject({
      summary: { id: 'a' },
      started: false,
      left: 100,
    });
  });

  test('goes on with the module that was played last', () => {
    const all = new Map([
      heard('a', 0, 50, { lastPlayedAt: 5 }),
      heard('b', 0, 30, { lastPlayedAt: 9 }),
    ]);
    expect(nextUp(all, route)).toMatchObject({ summary: { id: 'b' }, started: true, left: 70 });
  });

  test('goes to the first open module when the last one is finished', () => {
    const all = new Map([
      heard('b', 0, 100, { lastPlayedAt: 9, completed: { at: 9, how: 'heard' } }),
    ]);
    expect(nextUp(all, route)).toMatchObject({ summary: { id: 'a' }, started: true });
  });

  test('a route that is finished starts over at its first module', () => {
    const done = { lastPlayedAt: 9, completed: { at: 9, how: 'heard' as const } };
    const all = new Map([
      heard('a', 0, 100, done),
      heard('b', 0, 100, done),
      heard('c', 0, 100, done),
    ]);
    expect(nextUp(all, route)).toMatchObject({ summary: { id: 'a' }, started: true });
  });
});

describe('nextUp with an episode on the device', () => {
  const episode = {
    id: episodeId('b'),
    title: 'Aflevering',
    completion: 0.9,
    audio: audioOf('eigen', 60),
  };
  const episodes = new Map([[`r/${episode.id}`, episode]]);
  const done = (id: string, at: number) =>
    heard(id, 0, 100, { lastPlayedAt: at, completed: { at, how: 'heard' } });

  test('goes back into the one that was being listened to, at its place', () => {
    const all = new Map([
      done('a', 1),
      heard('c', 0, 20, { lastPlayedAt: 5 }),
      heard(episode.id, 0, 45, { lastPlayedAt: 9, duration: 60 }),
    ]);
    expect(nextUp(all, route, episodes)).toEqual({ summary: episode, started: true, left: 15 });
  });

  test('comes after the own text of its module, and before the next module', () => {
    const own = new Map([done('a', 1), done('b', 2)]);
    expect(nextUp(own, route, episodes).summary).toBe(episode);
    const both = new Map([...own, done(episode.id, 3)]);
    expect(nextUp(both, route, episodes).summary?.id).toBe('c');
    expect(nextUp(new Map([done('a', 1)]), route, episodes).summary?.id).toBe('b');
  });

  test('is left out once its recording went, whatever was heard of it', () => {
    const all = new Map([done('a', 1), heard(episode.id, 0, 45, { lastPlayedAt: 9 })]);
    expect(nextUp(all, route, new Map()).summary?.id).toBe('b');
  });

  test('does not open a finished route again, unless it was begun', () => {
    const all = new Map([done('a', 1), done('b', 2), done('c', 3)]);
    expect(nextUp(all, route, episodes).summary?.id).toBe('a');
    all.set(...heard(episode.id, 0, 10, { lastPlayedAt: 4 }));
    expect(nextUp(all, route, episodes).summary).toBe(episode);
  });
});

describe('ProgressModel', () => {
  test('shows a module as finished only after it was saved', async () => {
    let release: () => void = () => undefined;
    const saved = new Promise<void>((resolve) => {
      release = resolve;
    });
    const model = new ProgressModel({ save: () => saved, now: () => 7 });
    const marking = model.markCompleted('r', 'a');
    expect(model.all.value.get('r/a')).toBeUndefined();
    release();
    await marking;
    expect(model.all.value.get('r/a')?.completed).toEqual({ at: 7, how: 'marked' });
  });

  test('keeps the first date when a module is marked twice', async () => {
    let now = 1;
    const model = new ProgressModel({ save: async () => undefined, now: () => now });
    await model.markCompleted('r', 'a');
    now = 2;
    await model.markCompleted('r', 'a');
    expect(model.all.value.get('r/a')?.completed?.at).toBe(1);
  });
});
