/** The journal's lines, steps between chapters, and when a sleep timer stops. */
import { describe, expect, test } from 'vitest';
import { nextChapterStart, previousChapterStart } from '../../../src/model/chapter-step.ts';
import { byTime, type JournalEntry, placeOf } from '../../../src/model/journal.ts';
import type { Chapter } from '../../../src/model/learning-module.ts';
import { chapterStop, fadeVolume, isAtStop } from '../../../src/model/sleep-timer.ts';

function chapter(startTime: number | undefined, endTime?: number): Chapter {
  return {
    id: `c${startTime}`,
    title: '',
    blocks: [],
    ...(startTime === undefined ? {} : { startTime }),
    ...(endTime === undefined ? {} : { endTime }),
  };
}

const chapters = [chapter(0, 40), chapter(40, 100), chapter(100, 180)];

describe('a line of the journal', () => {
  const line: JournalEntry = { id: '1', kind: 'jump', audioKey: 'r/a', from: 5, to: 90, at: 1 };

  test.each([
    ['jump', 5],
    ['sleep', 5],
    ['session', 90],
  ] as const)('%s leads back to', (kind, time) => {
    expect(placeOf({ ...line, kind })).toEqual({ audioKey: 'r/a', time });
  });

  test('lines stand in order of time, and as given within one moment', () => {
    const lines = [
      { ...line, id: 'c', at: 3 },
      { ...line, id: 'a', at: 1 },
      { ...line, id: 'b', at: 1 },
    ];
    expect(byTime(lines).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});

describe('chapters', () => {
  test.each([
    ['at the very start', 0, undefined],
    ['within the first', 20, 0],
    ['just after a start, the one before', 102, 40],
    ['three seconds after a start, that start', 103, 100],
    ['in the middle, its own start', 80, 40],
  ])('previous: %s', (_name, time, expected) => {
    expect(previousChapterStart(chapters, time)).toBe(expected);
  });

  test.each([
    ['in the first', 20, 40],
    ['exactly at a start', 40, 100],
    ['in the last', 150, undefined],
  ])('next: %s', (_name, time, expected) => {
    expect(nextChapterStart(chapters, time)).toBe(expected);
  });

  test('chapters without times lead nowhere', () => {
    expect(previousChapterStart([chapter(undefined)], 20)).toBeUndefined();
    expect(nextChapterStart([chapter(undefined)], 20)).toBeUndefined();
  });
});

describe('the sleep timer', () => {
  test.each([
    [60, 1],
    [8, 1],
    [4, 0.5],
    [0, 0],
    [-1, 0],
  ])('with %d s left the volume is %d', (left, volume) => {
    expect(fadeVolume(left)).toBe(volume);
  });

  test.each([
    ['in the first chapter', 10, 40],
    ['exactly at a border: the later chapter', 40, 100],
    ['in the last chapter the module ends it', 120, undefined],
  ])('%s', (_name, time, expected) => {
    expect(chapterStop(chapters, time, 180)).toBe(expected);
  });

  test('chapters without times never stop', () => {
    expect(chapterStop([chapter(undefined)], 10, 180)).toBeUndefined();
  });

  test('stops at the last time told before the end, at any speed', () => {
    expect(isAtStop(40, 39.7, 1)).toBe(false);
    expect(isAtStop(40, 39.8, 1)).toBe(true);
    expect(isAtStop(40, 39.3, 2)).toBe(false);
    expect(isAtStop(40, 39.5, 2)).toBe(true);
  });
});
