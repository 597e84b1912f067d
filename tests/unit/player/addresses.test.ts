import { describe, expect, test } from 'vitest';
import { canSeekTo, createAddresses } from '../../../src/player/addresses.ts';

const URL = 'https://example.org/media/a.mp3';

function element(currentSrc: string, duration: number, reach: number | undefined) {
  const seekable = { length: reach === undefined ? 0 : 1, start: () => 0, end: () => reach ?? 0 };
  return { currentSrc, duration, seekable } as unknown as HTMLAudioElement;
}

describe('canSeekTo', () => {
  test.each([
    { why: 'a host that sends parts', found: element(URL, 258, 258), expected: true },
    { why: 'a host that sends none', found: element(URL, 258, 0), expected: false },
    { why: 'a browser that names no range', found: element(URL, 258, undefined), expected: false },
    { why: 'from memory', found: element('blob:x', 258, undefined), expected: true },
    { why: 'a tick', found: element(URL, 0.3, 0), expected: true },
    { why: 'an unknown length', found: element(URL, Number.NaN, 0), expected: true },
  ])('$why', ({ found, expected }) => {
    expect(canSeekTo(found)).toBe(expected);
  });
});

describe('createAddresses', () => {
  test('a file that came wrong is asked for past every cache', () => {
    const addresses = createAddresses();
    expect(addresses.choose(URL)).toBe(URL);
    addresses.noteFailure(URL, 'unsupported');
    const second = addresses.choose(URL);
    addresses.noteFailure(URL, 'incomplete');
    const third = addresses.choose(URL);
    expect(new Set([URL, second, third]).size).toBe(3);
    expect([second, third].every((url) => url.startsWith(`${URL}?`))).toBe(true);
    expect(addresses.choose(`${URL}.other`)).toBe(`${URL}.other`);
  });

  test.each(['network', 'not-found', 'not-allowed'] as const)(
    'after %s what the browser kept may be used',
    (code) => {
      const addresses = createAddresses();
      addresses.noteFailure(URL, code);
      expect(addresses.choose(URL)).toBe(URL);
    },
  );
});
