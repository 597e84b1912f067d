/** The clock stands still unless a row lets it go on; the last place was told at second 0 of it. */
import { expect, test } from 'vitest';
import { createTrueEnd } from '../../../src/player/true-end.ts';

test.each([
  { why: 'told just before the end', lastTime: 99.8, fault: undefined },
  { why: 'three seconds before it, which a lazy element may be', lastTime: 97, fault: undefined },
  { why: 'more than three', lastTime: 96.9, fault: 'network' },
  {
    why: 'more than three, but real time went by since',
    lastTime: 90,
    passed: 7000,
    fault: undefined,
  },
  { why: 'at twice the speed twice as much may pass', lastTime: 94, rate: 2, fault: undefined },
  {
    why: 'at half the speed no less than three seconds',
    lastTime: 97,
    rate: 0.5,
    fault: undefined,
  },
  { why: 'the element has an error', lastTime: 99.8, hasError: true, fault: 'network' },
  { why: 'as long as promised, but for a tag', lastTime: 99.8, promised: 105, fault: undefined },
  { why: 'much shorter than promised', lastTime: 99.8, promised: 105.1, fault: 'incomplete' },
  { why: 'longer than promised', lastTime: 99.8, promised: 60, fault: undefined },
])('$why', ({ lastTime, passed = 0, rate = 1, hasError = false, promised, fault }) => {
  let now = 0;
  const trueEnd = createTrueEnd(() => now);
  trueEnd.note(lastTime);
  now += passed;
  const ended = { duration: 100, playbackRate: rate, hasError };
  expect(trueEnd.findFault(ended, promised)).toBe(fault);
  expect(trueEnd.lastTime).toBe(lastTime);
});
