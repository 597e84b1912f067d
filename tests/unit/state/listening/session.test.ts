import { beforeEach, describe, expect, test } from 'vitest';
import type { Progress } from '../../../../src/model/progress.ts';
import {
  SessionModel,
  type SessionState,
  sessionItems,
} from '../../../../src/state/listening/session.ts';
import { audioOf, routeOf, summaryOf } from '../../../fixtures/learning-route.ts';
import { createListeningApp } from '../../../fixtures/listening-app.ts';

const text = summaryOf('tekst');
delete text.audio;
const modules = [summaryOf('a'), summaryOf('b'), text, summaryOf('c'), summaryOf('d')];
const route = routeOf(modules);

let app: ReturnType<typeof createListeningApp>;
let session: SessionState;

function start(rate = 1): void {
  app = createListeningApp(modules, [], rate);
  session = new SessionModel(app);
}

beforeEach(() => start());

function record(id: string, more: Partial<Progress>): [string, Progress] {
  const key = `r/${id}`;
  return [key, { key, position: 0, duration: 10, heard: [], updatedAt: 1, ...more }];
}

describe('sessionItems', () => {
  test('a new route offers every module with sound', () => {
    expect(sessionItems(new Map(), route).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('starts with the one under way, at its position, and leaves out what is finished', () => {
    const all = new Map([
      record('b', { position: 4, lastPlayedAt: 9, audioHash: 'hash-b' }),
      record('c', { completed: { at: 1, how: 'marked' } }),
    ]);
    expect(sessionItems(all, route)).toEqual([
      { id: 'b', left: 6 },
      { id: 'd', left: 10 },
    ]);
  });

  test('nothing is left when everything is finished', () => {
    const done = { completed: { at: 1, how: 'heard' as const } };
    const all = new Map(modules.map(({ id }) => record(id, done)));
    expect(sessionItems(all, route)).toEqual([]);
  });

  test('a position at the end starts over', () => {
    const long = routeOf([summaryOf('a', { audio: audioOf('a', 60) })]);
    const all = new Map([record('a', { position: 60, duration: 60, lastPlayedAt: 5 })]);
    expect(sessionItems(all, long)).toEqual([{ id: 'a', left: 60 }]);
  });
});

describe('a session', () => {
  test('plays the chosen modules and stops after the last, whatever follows in the route', async () => {
    session.begin('r', ['a', 'c']);
    await app.advance(5);
    expect(session.rest.value?.modules).toBe(2);
    await app.advance(6);
    expect(app.playback.upNext.value?.id).toBe('c');
    await app.advance(4);
    expect(app.playback.loaded.value?.summary.id).toBe('c');
    expect(session.rest.value?.modules).toBe(1);
    await app.advance(12);
    expect(app.playback.status.value).toBe('ended');
    expect(app.playback.upNext.value).toBeUndefined();
    expect(session.isDone.value).toBe(true);
    expect(session.rest.value).toBeUndefined();
  });

  test('says how long it still takes at the speed of now', async () => {
    start(2);
    session.begin('r', ['a', 'b']);
    await app.advance(2);
    const here = app.playback.currentTime.value;
    expect(session.rest.value?.time).toBeCloseTo((10 - here + 10 + 5.9) / 2);
  });

  test('can be cut short: after this one it stops', async () => {
    session.begin('r', ['a', 'b', 'c']);
    await app.advance(3);
    session.stopAfterThis();
    expect(session.rest.value?.modules).toBe(1);
    await app.advance(9);
    expect(app.playback.status.value).toBe('ended');
    expect(app.playback.upNext.value).toBeUndefined();
  });

  test('another module that was chosen ends it, and the route goes on as always', async () => {
    session.begin('r', ['a']);
    await app.advance(2);
    await app.playback.playModule('r', 'b');
    await app.advance(10.6);
    expect(session.rest.value).toBeUndefined();
    expect(app.playback.upNext.value?.id).toBe('c');
  });

  test('playing again after the end takes the message away', async () => {
    session.begin('r', ['d']);
    await app.advance(12);
    expect(session.isDone.value).toBe(true);
    await app.playback.play();
    await app.advance(1);
    expect(session.isDone.value).toBe(false);
  });
});
