import { describe, expect, test } from 'vitest';
import { judgeSafety, type SafetyFacts } from '../../../src/model/safety.ts';

const DAY = 24 * 60 * 60 * 1000;
const now = new Date(2026, 10, 25, 9, 0).getTime();

const facts: SafetyFacts = {
  now,
  isKept: true,
  noteCount: 3,
  newCount: 1,
  lastBackupAt: now - 6 * DAY,
  persistence: 'granted',
  isStandalone: false,
  isSafari: false,
};

function judge(more: Partial<SafetyFacts>, without: (keyof SafetyFacts)[] = []) {
  const given: Partial<SafetyFacts> = { ...facts, ...more };
  for (const key of without) delete given[key];
  return judgeSafety(given as SafetyFacts);
}

describe('the backup', () => {
  test('is six days old', () => {
    expect(judge({})).toEqual({
      isKept: true,
      hasNotes: true,
      backup: { kind: 'days', days: 6, newCount: 1 },
    });
  });

  test.each([
    ['this morning', new Date(2026, 10, 25, 0, 1).getTime(), 0],
    ['yesterday, late', new Date(2026, 10, 24, 23, 59).getTime(), 1],
    ['by a clock that was set back', now + DAY, 0],
  ])('made %s counts calendar days', (_, lastBackupAt, days) => {
    expect(judge({ lastBackupAt }).backup).toMatchObject({ kind: 'days', days });
  });

  test('is not missed while there is nothing to lose', () => {
    expect(judge({ noteCount: 0, newCount: 0 }, ['lastBackupAt'])).toEqual({
      isKept: true,
      hasNotes: false,
      backup: { kind: 'nothing' },
    });
  });
});

describe('the advice', () => {
  test.each<[string, Partial<SafetyFacts>, (keyof SafetyFacts)[], string | undefined]>([
    ['none while all is well', {}, [], undefined],
    ['a first backup', {}, ['lastBackupAt'], 'backup'],
    ['another one when it is old', { lastBackupAt: now - 14 * DAY }, [], 'backup'],
    ['not yet after 13 days', { lastBackupAt: now - 13 * DAY }, [], undefined],
    [
      'none for an old one that has everything',
      { lastBackupAt: now - 90 * DAY, newCount: 0 },
      [],
      undefined,
    ],
    [
      'another one after ten new notes, on the same day',
      { lastBackupAt: now, newCount: 10 },
      [],
      'backup',
    ],
    ['not yet after nine', { lastBackupAt: now, newCount: 9 }, [], undefined],
    ['installing, where the browser may clean up', { persistence: 'denied' }, [], 'install'],
    ['not to who has installed', { persistence: 'denied', isStandalone: true }, [], undefined],
    ['the way out of a tab of Safari comes first', { isSafari: true }, ['lastBackupAt'], 'safari'],
    ['not in Safari’s installed app', { isSafari: true, isStandalone: true }, [], undefined],
    ['nothing where nothing is kept', { isKept: false }, ['lastBackupAt'], undefined],
    ['nothing to who wrote nothing', { isSafari: true, noteCount: 0, newCount: 0 }, [], undefined],
  ])('%s', (_, more, without, expected) => {
    expect(judge(more, without).advice).toBe(expected);
  });
});
