import { expect, test } from 'vitest';
import {
  type DeferredQuestion,
  deferQuestion,
  readDeferredQuestions,
} from '../../../src/model/deferred-questions.ts';

const first: DeferredQuestion = { routeId: 'r', moduleId: 'a', questionId: 'q', deferredAt: 1 };
const second: DeferredQuestion = { ...first, questionId: 'p', deferredAt: 2 };

test('a question comes at the end, and stays where it is when it is deferred again', () => {
  expect(deferQuestion([first], second)).toEqual([first, second]);
  expect(deferQuestion([first, second], { ...first, deferredAt: 9 })).toEqual([first, second]);
});

test.each([
  ['nothing', undefined, []],
  ['no list', { 0: first }, []],
  ['a good list', [first, second], [first, second]],
  ['a question twice', [first, { ...first, deferredAt: 5 }], [first]],
  ['an entry without an id', [{ ...first, questionId: '' }, second], [second]],
  ['an entry without a date', [{ ...first, deferredAt: 'nu' }, null, second], [second]],
  ['an entry with more in it', [{ ...first, extra: true }], [first]],
])('reads %s', (_what, stored, expected) => {
  expect(readDeferredQuestions(stored)).toEqual(expected);
});
