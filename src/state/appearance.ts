/** Theme and text size: mirrored where the first paint can read them. */
import { createModel, signal } from '@preact/signals-core';
import { APPEARANCE_KEYS, type TextSize, type Theme } from '../model/appearance.ts';
import { OTHER_CHOICES } from '../model/settings.ts';

/** The parts of the browser that show and keep a look. */
export interface AppearanceDeps {
  read(key: string): string | undefined;
  write(key: string, value: string): void;
  /** Sets or removes a `data-` attribute of the document. */
  show(name: 'theme' | 'textSize', value: string | undefined): void;
}

export const AppearanceModel = createModel((deps: AppearanceDeps) => {
  const theme = signal<Theme>(OTHER_CHOICES.theme.defaultValue);
  const textSize = signal<TextSize>(OTHER_CHOICES.textSize.defaultValue);
  return {
    theme,
    textSize,
    /** Takes in the earlier choice; the first paint followed it already. */
    restore(): void {
      theme.value = OTHER_CHOICES.theme.read(deps.read(APPEARANCE_KEYS.theme));
      textSize.value = OTHER_CHOICES.textSize.read(deps.read(APPEARANCE_KEYS.textSize));
    },
    setTheme(value: Theme): void {
      theme.value = value;
      deps.write(APPEARANCE_KEYS.theme, value);
      deps.show('theme', value === 'system' ? undefined : value);
    },
    setTextSize(value: TextSize): void {
      textSize.value = value;
      deps.write(APPEARANCE_KEYS.textSize, value);
      deps.show('textSize', value === 'normal' ? undefined : value);
    },
  };
});

export type AppearanceState = InstanceType<typeof AppearanceModel>;
