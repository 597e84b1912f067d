import { describe, expect, test } from 'vitest';
import { findOddValues, isOtherLength } from '../../../src/model/sound-notices.ts';

describe('isOtherLength', () => {
  test.each([
    { why: 'the same', found: 258, expected: false },
    { why: 'a frame of an encoder', found: 258.05, expected: false },
    { why: 'two seconds', found: 260, expected: false },
    { why: 'longer', found: 260.1, expected: true },
    { why: 'shorter', found: 64, expected: true },
  ])('$why', ({ found, expected }) => {
    expect(isOtherLength(found, 258)).toBe(expected);
  });
});

describe('findOddValues', () => {
  test.each([
    { why: 'nothing stored', progress: undefined, place: false },
    { why: 'the start', progress: { position: 0 }, place: false },
    { why: 'the end', progress: { position: 258.4 }, place: false },
    { why: 'past the end', progress: { position: 260 }, place: true },
    { why: 'before the start', progress: { position: -5 }, place: true },
    { why: 'no number', progress: { position: Number.NaN }, place: true },
    { why: 'endless', progress: { position: Number.POSITIVE_INFINITY }, place: true },
    { why: 'no place at all', progress: {}, place: true },
    { why: 'no record', progress: 'x', place: true },
  ])('a place: $why', ({ progress, place }) => {
    expect(findOddValues({ progress, rate: undefined }, 258)).toEqual({ place, rate: false });
  });

  test.each([
    { why: 'never chosen', value: undefined, rate: false },
    { why: 'the slowest', value: 0.5, rate: false },
    { why: 'the fastest', value: 3, rate: false },
    { why: 'too fast', value: 99, rate: true },
    { why: 'no number', value: Number.NaN, rate: true },
    { why: 'a word', value: 'snel', rate: true },
  ])('a speed: $why', ({ value, rate }) => {
    expect(findOddValues({ progress: undefined, rate: value }, 258)).toEqual({
      place: false,
      rate,
    });
  });
});
