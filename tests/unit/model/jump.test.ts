import { describe, expect, test } from 'vitest';
import { addJump, isFar, isUnsettled, listenOn, wayBack } from '../../../src/model/jump.ts';

describe('a jump', () => {
  test('over more than 30 s offers the way back', () => {
    expect(wayBack(addJump(undefined, 152, 182.1))).toBe(152);
    expect(wayBack(addJump(undefined, 152, 20))).toBe(152);
  });

  test('over 30 s or less does not', () => {
    expect(wayBack(addJump(undefined, 152, 182))).toBeUndefined();
    expect(wayBack(addJump(undefined, 152, 137))).toBeUndefined();
    expect(wayBack(addJump(undefined, 0.1, 0.1 + 30))).toBeUndefined();
    expect(isFar({ from: 10, to: 40 })).toBe(false);
  });

  test('nothing happened: nothing to go back from', () => {
    expect(wayBack(undefined)).toBeUndefined();
  });

  test('a button pressed twice is one jump from where it began', () => {
    const first = listenOn(addJump(undefined, 100, 130), 1);
    expect(addJump(first, 131, 161)).toEqual({ from: 100, to: 161, listened: 0 });
  });

  test('after three seconds of listening a next jump is another one', () => {
    const first = listenOn(addJump(undefined, 100, 200), 3);
    expect(isUnsettled(first)).toBe(false);
    expect(addJump(first, 203, 300).from).toBe(203);
    expect(wayBack(addJump(first, 203, 188))).toBeUndefined();
  });

  test('the way back goes when listening went on for 20 s, however long it stood still', () => {
    let jump = addJump(undefined, 0, 100);
    for (let second = 0; second < 19; second += 1) jump = listenOn(jump, 1);
    expect(wayBack(jump)).toBe(0);
    jump = listenOn(listenOn(jump, 0), -5);
    expect(wayBack(jump)).toBe(0);
    expect(wayBack(listenOn(jump, 1))).toBeUndefined();
  });
});
