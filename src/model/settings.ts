/** Every setting, named once: its default and how a stored value is read. */
import { TEXT_SIZES, THEMES } from './appearance.ts';
import { MAX_RATE, MIN_RATE } from './playback-rate.ts';

/** What happens when a question is spoken. `auto`: pause while the page is visible, later while it is hidden. */
export const QUESTION_MODES = ['auto', 'later', 'off'] as const;
export type QuestionMode = (typeof QUESTION_MODES)[number];

/** One setting. */
export interface SettingDefinition<Value> {
  defaultValue: Value;
  /** Gives the default for a stored value that is not one of this setting. */
  read(stored: unknown): Value;
}

/** The definitions, by the name under which a value is stored. */
export const SETTINGS = {
  /** Seconds that one press goes back. */
  backStep: wholeNumber(15, 5, 60),
  /** Seconds that one press goes forward. */
  forwardStep: wholeNumber(30, 5, 60),
  /** Whether the next module starts by itself. */
  autoNext: yesOrNo(true),
  questionMode: oneOf(QUESTION_MODES, 'auto'),
  /** Whether going on after a while starts a little earlier. */
  resumeRewind: yesOrNo(true),
  /** Whether the headset's "previous track" marks the moment. */
  headsetMark: yesOrNo(false),
  /** Whether the screen stays on while reading along. */
  keepAwake: yesOrNo(true),
  /** Whether single keys work the player. */
  shortcuts: yesOrNo(true),
  /** Whether the next three unfinished modules are always on the device. */
  keepNext: yesOrNo(false),
  /** Whether modules are downloaded over mobile data or while the device saves data. */
  meteredDownloads: yesOrNo(false),
  /** How much downloaded audio may take, in millions of bytes. */
  audioCap: wholeNumber(500, 50, 10_000),
  /** Whether installing was offered once after the first finished module. */
  wasInstallOffered: yesOrNo(false),
} as const;

/** The choices that have a home of their own: the look is mirrored for the first paint, the player has the speed. */
export const OTHER_CHOICES = {
  theme: oneOf(THEMES, 'system'),
  textSize: oneOf(TEXT_SIZES, 'normal'),
  playbackRate: within(1, MIN_RATE, MAX_RATE),
} as const;

export type SettingName = keyof typeof SETTINGS;

/** The value of each setting. */
export type Settings = { [Name in SettingName]: ReturnType<(typeof SETTINGS)[Name]['read']> };

/** Reads all settings; whatever is absent or wrong gets its default. */
export function readSettings(stored: Readonly<Record<string, unknown>>): Settings {
  const entries = Object.entries(SETTINGS).map(([name, { read }]) => [name, read(stored[name])]);
  return Object.fromEntries(entries) as Settings;
}

function yesOrNo(defaultValue: boolean): SettingDefinition<boolean> {
  return {
    defaultValue,
    read: (stored) => (typeof stored === 'boolean' ? stored : defaultValue),
  };
}

function wholeNumber(defaultValue: number, least: number, most: number): SettingDefinition<number> {
  return {
    defaultValue,
    read(stored) {
      const isFit =
        Number.isInteger(stored) && (stored as number) >= least && (stored as number) <= most;
      return isFit ? (stored as number) : defaultValue;
    },
  };
}

function within(defaultValue: number, least: number, most: number): SettingDefinition<number> {
  return {
    defaultValue,
    read: (stored) =>
      typeof stored === 'number' && stored >= least && stored <= most ? stored : defaultValue,
  };
}

function oneOf<Value extends string>(
  values: readonly Value[],
  defaultValue: Value,
): SettingDefinition<Value> {
  return {
    defaultValue,
    read: (stored) => values.find((value) => value === stored) ?? defaultValue,
  };
}
