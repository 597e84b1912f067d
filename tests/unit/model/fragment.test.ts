import { describe, expect, test } from 'vitest';
import {
  fragmentBefore,
  fragmentOfMark,
  fragmentOfNote,
  passageBefore,
} from '../../../src/model/fragment.ts';

describe('a mark', () => {
  test.each([
    ['in the middle', 151, 258, 136, 156],
    ['near the start', 5, 258, 0, 20],
    ['near the end', 256, 258, 241, 258],
    ['in a very short sound', 3, 6, 0, 6],
  ])('%s', (_why, time, duration, startTime, endTime) => {
    expect(fragmentOfMark(time, duration)).toEqual({ startTime, endTime });
  });
});

describe('a question', () => {
  test.each([
    ['the 20 s before its soft sound', 102, 116, 82, 102],
    ['what there is before it', 8, 20, 0, 8],
    ['itself when nothing comes before it', 0, 9, 0, 9],
  ])('%s', (_why, cueTime, endTime, from, to) => {
    const times = { cueTime, startTime: cueTime, quietTime: endTime, endTime };
    expect(fragmentBefore(times)).toEqual({ startTime: from, endTime: to });
  });
});

describe('the passage that a question asks back', () => {
  const chapter = (id: string, startTime?: number) => ({
    id,
    title: id,
    blocks: [],
    ...(startTime === undefined ? {} : { startTime }),
  });
  const module = { chapters: [chapter('a', 0), chapter('b', 40), chapter('c', 300)] };
  const at = (cueTime: number) => ({
    times: { cueTime, startTime: cueTime, quietTime: cueTime + 4, endTime: cueTime + 4 },
  });

  test.each([
    ['is its chapter up to the question', 100, 40, 100],
    ['is at most 90 s long', 200, 110, 200],
    ['of a question where a chapter begins is the chapter before it', 300, 210, 300],
    ['of a question in the first chapter starts at the start', 30, 0, 30],
  ])('%s', (_why, cueTime, startTime, endTime) => {
    expect(passageBefore(module, at(cueTime))).toEqual({ startTime, endTime });
  });

  test('starts at the start in a module without chapters, or with one that has no second', () => {
    expect(passageBefore({ chapters: [] }, at(50))).toEqual({ startTime: 0, endTime: 50 });
    expect(passageBefore({ chapters: [chapter('a')] }, at(50))).toEqual({
      startTime: 0,
      endTime: 50,
    });
  });

  test('is not there at the very start, and for a question without a second', () => {
    expect(passageBefore(module, at(0))).toBeUndefined();
    expect(passageBefore(module, {})).toBeUndefined();
  });
});

describe('what a note is about', () => {
  test.each([
    ['an answer: the 20 s before it', { time: 100, questionId: 'q' }, 80, 100],
    ['an answer near the start: the first 20 s', { time: 5, questionId: 'q' }, 0, 20],
    ['any other note: around its moment', { time: 100 }, 85, 105],
    ['one without a moment: the start', {}, 0, 20],
  ])('%s', (_why, anchor, startTime, endTime) => {
    expect(fragmentOfNote(anchor, 258)).toEqual({ startTime, endTime });
  });
});
