import { describe, expect, test } from 'vitest';
import { withHeard } from '../../../src/model/completion.ts';
import { mergeProgress, type Progress } from '../../../src/model/progress.ts';
import { forgotten, reopened } from '../../../src/model/start-over.ts';

function progressOf(endTime: number, more: Partial<Progress> = {}): Progress {
  return {
    key: 'r/a',
    position: 40,
    duration: 100,
    heard: [{ startTime: 0, endTime }],
    completed: { at: 5, how: 'marked' },
    updatedAt: 1000,
    ...more,
  };
}

describe('reopened', () => {
  test('a module that was marked keeps what was heard, and the rest finishes it', () => {
    const open = reopened(progressOf(20), 0.9, 2000);
    expect(open.completed).toBeUndefined();
    expect(open.heard).toEqual([{ startTime: 0, endTime: 20 }]);
    expect(open.position).toBe(40);
    const again = withHeard(open, { startTime: 10, endTime: 15 }, 0.9, 2001);
    expect(again.completed).toBeUndefined();
    const enough = withHeard(open, { startTime: 20, endTime: 90 }, 0.9, 2002);
    expect(enough.completed).toEqual({ at: 2002, how: 'heard' });
  });

  test('a module that was heard is heard anew: another second does not finish it', () => {
    const open = reopened(progressOf(95), 0.9, 2000);
    expect(open.heard).toEqual([]);
    const again = withHeard(open, { startTime: 95, endTime: 100 }, 0.9, 2001);
    expect(again.completed).toBeUndefined();
    const enough = withHeard(again, { startTime: 0, endTime: 85 }, 0.9, 2002);
    expect(enough.completed).toEqual({ at: 2002, how: 'heard' });
  });

  test('what another tab remembers from before does not finish it again', () => {
    const stale = progressOf(95, { position: 60, updatedAt: 3000 });
    const open = reopened(progressOf(95), 0.9, 2000);
    expect(mergeProgress(open, stale)).toEqual(open);
    expect(mergeProgress(stale, open)).toEqual(open);
  });

  test('what is heard or marked afterwards counts as always', () => {
    const open = reopened(progressOf(20), 0.9, 2000);
    const later: Progress = { ...open, position: 70, completed: { at: 9, how: 'read' } };
    expect(mergeProgress(open, later)).toMatchObject({
      position: 70,
      completed: { at: 9, how: 'read' },
    });
  });
});

describe('forgotten', () => {
  test('leaves nothing but the length of the sound', () => {
    const before = progressOf(50, { audioHash: 'h', lastPlayedAt: 900 });
    expect(forgotten(before, 2000)).toEqual({
      key: 'r/a',
      position: 0,
      duration: 100,
      heard: [],
      startedOverAt: 2000,
      updatedAt: 2000,
    });
  });

  test('is the newest act also on a clock that was set back', () => {
    const before = progressOf(50, { startedOverAt: 5000, updatedAt: 5500 });
    const after = forgotten(before, 100);
    expect(after.startedOverAt).toBe(5501);
    expect(mergeProgress(after, before)).toEqual(after);
  });
});
