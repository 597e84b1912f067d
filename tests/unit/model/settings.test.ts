import { describe, expect, it } from 'vitest';
import {
  OTHER_CHOICES,
  QUESTION_MODES,
  readSettings,
  SETTINGS,
} from '../../../src/model/settings.ts';

const DEFINITIONS = { ...SETTINGS, ...OTHER_CHOICES };

/** Values that are not the default, of every setting: a new one does not compile without. */
const OTHER_VALUES: Record<keyof typeof DEFINITIONS, readonly unknown[]> = {
  backStep: [5, 60],
  forwardStep: [5, 60],
  autoNext: [false],
  questionMode: QUESTION_MODES,
  resumeRewind: [false],
  headsetMark: [true],
  keepAwake: [false],
  shortcuts: [false],
  keepNext: [true],
  meteredDownloads: [true],
  audioCap: [50, 10_000],
  wasInstallOffered: [true],
  theme: ['light', 'dark'],
  textSize: ['large', 'larger'],
  playbackRate: [0.5, 1.2, 3],
};

/** What a store can hold after a fault, a newer version or somebody's own hands. */
const NEVER_A_CHOICE = [undefined, null, {}, [], '', 'aan', Number.NaN, -1, 1e9, 0.001];

describe.each(Object.entries(DEFINITIONS))('%s', (_name, { defaultValue, read }) => {
  it('is read back when it is stored', () => {
    expect(read(defaultValue)).toBe(defaultValue);
  });

  it.each(NEVER_A_CHOICE)('falls back for %j', (stored) => {
    expect(read(stored)).toBe(defaultValue);
  });
});

describe('a choice that is not the default', () => {
  it.each(Object.entries(OTHER_VALUES))('of %s is kept', (name, values) => {
    const { read } = DEFINITIONS[name as keyof typeof DEFINITIONS];
    for (const value of values) expect(read(value)).toBe(value);
  });

  it.each<[name: keyof typeof DEFINITIONS, beyond: readonly number[]]>([
    ['backStep', [4, 61, 15.5]],
    ['forwardStep', [4, 61, 30.5]],
    ['audioCap', [49, 10_001, 99.5]],
    ['playbackRate', [0.49, 3.01]],
  ])('of %s is not taken beyond its limits', (name, beyond) => {
    const { read, defaultValue } = DEFINITIONS[name];
    for (const value of beyond) expect(read(value)).toBe(defaultValue);
  });
});

describe('readSettings', () => {
  it('gives every setting, whatever is stored', () => {
    const settings = readSettings({ backStep: 'ver', forwardStep: 45, onbekend: 1 });
    expect(Object.keys(settings).sort()).toEqual(Object.keys(SETTINGS).sort());
    expect(settings).toMatchObject({ backStep: 15, forwardStep: 45, questionMode: 'auto' });
  });
});
