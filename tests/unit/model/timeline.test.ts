import { describe, expect, test } from 'vitest';
import type { Chapter, Sentence } from '../../../src/model/learning-module.ts';
import { chapterAt, sentenceAt } from '../../../src/model/timeline.ts';

const chapters: Chapter[] = [
  { id: 'a', title: 'A', startTime: 2, endTime: 10, blocks: [] },
  { id: 'b', title: 'B', startTime: 10, endTime: 20, blocks: [] },
];

describe('chapterAt', () => {
  test.each<[number, string | undefined, string]>([
    [1.9, undefined, 'before the first chapter'],
    [2, 'a', 'at its start'],
    [9.99, 'a', 'just before the border'],
    [10, 'b', 'a border belongs to the later chapter'],
    [99, 'b', 'after the end the last one stays'],
  ])('%d s is in %s: %s', (time, id) => {
    expect(chapterAt(chapters, time)?.id).toBe(id);
  });

  test('chapters without times are never playing', () => {
    expect(chapterAt([{ id: 'a', title: 'A', blocks: [] }], 5)).toBeUndefined();
  });
});

describe('sentenceAt', () => {
  const sentences: Sentence[] = [
    { id: 's1', content: [], startTime: 1, endTime: 3 },
    { id: 's2', content: [], startTime: 3.4, endTime: 5 },
    { id: 's3', content: [], startTime: 12, endTime: 14 },
  ];
  test.each<[number, string | undefined, string]>([
    [0.5, undefined, 'before the first'],
    [1, 's1', 'at its start'],
    [3.2, 's1', 'a breath belongs to the sentence before'],
    [3.4, 's2', 'the next one'],
    [8, undefined, 'a long quiet, for a question, belongs to nobody'],
    [12, 's3', 'after the quiet'],
  ])('%d s is %s: %s', (time, id) => {
    expect(sentenceAt(sentences, time)?.id).toBe(id);
  });
});
