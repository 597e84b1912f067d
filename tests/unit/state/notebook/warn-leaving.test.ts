/** The browser asks before a page closes with what stands nowhere else, and at no other time. */
import { signal } from '@preact/signals-core';
import { beforeEach, expect, test } from 'vitest';
import {
  type LeavingParts,
  warnBeforeLeaving,
} from '../../../../src/state/notebook/warn-leaving.ts';

let target: EventTarget;
let facts: {
  words: unknown;
  recording: unknown;
  isKept: unknown;
  notes: unknown;
  hasEnded: unknown;
};

beforeEach(() => {
  target = new EventTarget();
  const signals = {
    words: signal(false),
    recording: signal(false),
    isKept: signal(true),
    notes: signal(new Map([['n', {}]])),
    hasEnded: signal(false),
  };
  facts = new Proxy({} as typeof facts, {
    set(_, name, value) {
      signals[name as keyof typeof signals].value = value as never;
      return true;
    },
  });
  warnBeforeLeaving({
    notebook: { isOnlyHere: signals.words, notes: signals.notes },
    voice: { isOnlyHere: signals.recording },
    device: { isKept: signals.isKept, hasEnded: signals.hasEnded },
    target,
  } as unknown as LeavingParts);
});

/** Whether leaving is asked about now. */
function asks(): boolean {
  return !target.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

test('while all is kept nothing is asked', () => expect(asks()).toBe(false));

test.each([
  ['words that could not be kept', 'words', true, false],
  ['a recording that goes on', 'recording', true, false],
  ['notes in a browser that keeps nothing', 'isKept', false, true],
] as const)('%s: until that is over', (_, fact, during, after) => {
  facts[fact] = during;
  expect(asks()).toBe(true);
  facts[fact] = after;
  expect(asks()).toBe(false);
});

test('without a note there is nothing to lose', () => {
  facts.notes = new Map();
  facts.isKept = false;
  expect(asks()).toBe(false);
});

test('after everything was wiped nobody is held', () => {
  facts.isKept = false;
  facts.hasEnded = true;
  expect(asks()).toBe(false);
});
