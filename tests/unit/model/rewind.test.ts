import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_SNAP, rewindStep, rewindTo, sentenceStarts } from '../../../src/model/rewind.ts';
import { moduleOf } from '../../fixtures/learning-route.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 4, 1, 12);

describe('how far back', () => {
  test.each([
    ['just paused', 0, 0],
    ['under a minute', 59 * SECOND, 0],
    ['a minute', MINUTE, 3],
    ['just under an hour', HOUR - 1, 3],
    ['an hour', HOUR, 10],
    ['just under a day', DAY - 1, 10],
    ['a day', DAY, 20],
    ['a year', 365 * DAY, 20],
    ['a clock that was set back', -2 * DAY, 0],
  ])('%s', (_name, away, step) => {
    expect(rewindStep(NOON - away, NOON)).toBe(step);
  });

  test('never played', () => {
    expect(rewindStep(undefined, NOON)).toBe(0);
  });
});

describe('where to', () => {
  const starts = [0, 4, 9.5, 15];

  test.each([
    ['nothing to go back', 12, 0, 12],
    ['to the sentence that the step falls in', 16, 3, 9.5],
    ['exactly at the start of a sentence', 12.5, 3, 9.5],
    ['past the beginning', 2, 20, 0],
    ['a sentence that began too long ago is not started over', 100, 20, 80],
  ])('%s', (_name, position, step, expected) => {
    expect(rewindTo(position, step, starts)).toBe(expected);
  });

  test('without a text just the step', () => {
    expect(rewindTo(50, 10, [])).toBe(40);
  });

  test('always earlier by the step, and never by more than the longest sentence', () => {
    const times = fc.double({ min: 0, max: 3600, noNaN: true });
    fc.assert(
      fc.property(times, fc.constantFrom(3, 10, 20), fc.array(times), (position, step, found) => {
        const to = rewindTo(
          position,
          step,
          found.toSorted((a, b) => a - b),
        );
        expect(to).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(Math.max(0, position - step));
        expect(to).toBeGreaterThanOrEqual(Math.max(0, position - step) - LONGEST_SNAP);
      }),
    );
  });
});

describe('where sentences start', () => {
  test('spoken questions among them, in order', () => {
    const sentence = (id: string, startTime: number) => ({ id, content: [], startTime });
    const module = moduleOf('a', {
      chapters: [
        {
          id: 'een',
          title: 'Een',
          blocks: [
            { kind: 'paragraph', sentences: [sentence('s1', 0), sentence('s2', 3)] },
            { kind: 'question', questionId: 'q' },
            { kind: 'list', ordered: false, items: [[sentence('s3', 20)]] },
          ],
        },
      ],
      questions: [
        {
          id: 'q',
          kind: 'reflect',
          version: '',
          text: '',
          on: 'module',
          times: { cueTime: 8, startTime: 9, quietTime: 14, endTime: 19 },
        },
      ],
    });
    expect(sentenceStarts(module)).toEqual([0, 3, 9, 20]);
  });

  test('none while the text is not there', () => {
    expect(sentenceStarts(undefined)).toEqual([]);
  });
});
