import { describe, expect, it } from 'vitest';
import { presentId, presentKey, withPresentKeys } from '../../../src/model/renamed.ts';
import { catalogOf, summaryOf } from '../../fixtures/learning-route.ts';

const catalog = catalogOf([summaryOf('nieuw', { aliases: ['oud', 'ouder'] }), summaryOf('ander')]);

it.each([
  ['nieuw', 'nieuw'],
  ['oud', 'nieuw'],
  ['ouder', 'nieuw'],
  ['weg', 'weg'],
])('%s is now called %s', (before, now) => {
  expect(presentId(catalog, 'r', before)).toBe(now);
});

it.each([
  ['r/oud', 'r/nieuw'],
  ['r/oud#episode', 'r/nieuw#episode'],
  ['andere-route/oud', 'andere-route/oud'],
  ['geen sleutel', 'geen sleutel'],
])('the key %s becomes %s', (before, now) => {
  expect(presentKey(catalog, before)).toBe(now);
});

describe('what is remembered under two names', () => {
  const old = {
    key: 'r/oud',
    position: 3,
    duration: 10,
    heard: [{ startTime: 0, endTime: 3 }],
    updatedAt: 1,
  };
  it('is one memory, with the newer place and all that was heard', () => {
    const newer = {
      key: 'r/nieuw',
      position: 8,
      duration: 10,
      heard: [{ startTime: 7, endTime: 8 }],
      updatedAt: 2,
    };
    expect(withPresentKeys(catalog, [newer, old])).toEqual([
      {
        ...newer,
        heard: [
          { startTime: 0, endTime: 3 },
          { startTime: 7, endTime: 8 },
        ],
      },
    ]);
  });

  it('keeps a completion of before', () => {
    const completed = { at: 1, how: 'heard' as const };
    const newer = { ...old, key: 'r/nieuw', position: 0, updatedAt: 5 };
    expect(withPresentKeys(catalog, [{ ...old, completed }, newer])).toMatchObject([
      { key: 'r/nieuw', position: 0, completed },
    ]);
  });
});
