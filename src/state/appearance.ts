/** Theme and text size: kept with the other choices, and mirrored where the first paint can read them. */
import { signal } from '@preact/signals-core';
import { APPEARANCE_KEYS, type TextSize, type Theme } from '../model/appearance.ts';
import { OTHER_CHOICES } from '../model/settings.ts';
import { createModel } from './create-model.ts';

type Choice = keyof typeof APPEARANCE_KEYS;

/** The parts of the browser that show and keep a look. */
export interface AppearanceDeps {
  read(key: string): string | undefined;
  write(key: string, value: string): void;
  /** Sets or removes a `data-` attribute of the document. */
  show(name: Choice, value: string | undefined): void;
  /** Stores a choice where a backup finds it too. */
  keep(name: Choice, value: string): void;
}

export const AppearanceModel = createModel((deps: AppearanceDeps) => {
  const theme = signal<Theme>(OTHER_CHOICES.theme.defaultValue);
  const textSize = signal<TextSize>(OTHER_CHOICES.textSize.defaultValue);
  /** What was chosen before it was known what is stored. */
  const chosen = new Set<Choice>();
  let isKnown = false;

  function show(name: Choice, value: Theme | TextSize): void {
    deps.write(APPEARANCE_KEYS[name], value);
    deps.show(name, value === OTHER_CHOICES[name].defaultValue ? undefined : value);
  }

  function choose(name: Choice, value: Theme | TextSize): void {
    if (!isKnown) chosen.add(name);
    show(name, value);
    deps.keep(name, value);
  }

  return {
    theme,
    textSize,
    /** Takes in the earlier choice; the first paint followed it already. */
    restore(): void {
      theme.value = OTHER_CHOICES.theme.read(deps.read(APPEARANCE_KEYS.theme));
      textSize.value = OTHER_CHOICES.textSize.read(deps.read(APPEARANCE_KEYS.textSize));
    },
    /** Takes in what is stored, as after a backup was brought back; what only the mirror knows is stored now. */
    fill(stored: Readonly<Record<string, unknown>>): void {
      for (const [name, key] of Object.entries(APPEARANCE_KEYS) as [Choice, string][]) {
        const mirrored = deps.read(key);
        if (stored[name] === undefined && mirrored !== undefined) deps.keep(name, mirrored);
        if (stored[name] === undefined || chosen.has(name)) continue;
        if (name === 'theme') theme.value = OTHER_CHOICES.theme.read(stored[name]);
        else textSize.value = OTHER_CHOICES.textSize.read(stored[name]);
        show(name, name === 'theme' ? theme.value : textSize.value);
      }
      chosen.clear();
      isKnown = true;
    },
    setTheme(value: Theme): void {
      theme.value = value;
      choose('theme', value);
    },
    setTextSize(value: TextSize): void {
      textSize.value = value;
      choose('textSize', value);
    },
  };
});

export type AppearanceState = InstanceType<typeof AppearanceModel>;
