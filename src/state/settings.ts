/** The listener's choices: what is stored wins over the default, and a change is stored at once. */
import { signal } from '@preact/signals-core';
import { readSettings, type SettingName, type Settings } from '../model/settings.ts';
import { createModel } from './create-model.ts';

export interface SettingsDeps {
  /** Keeps one value; a failure leaves the choice as it is for this page. */
  save(name: SettingName, value: unknown): void;
}

export const SettingsModel = createModel((deps: SettingsDeps) => {
  const values = signal<Settings>(readSettings({}));
  return {
    values,
    /** Takes in what was stored. */
    fill(stored: Readonly<Record<string, unknown>>): void {
      values.value = readSettings(stored);
    },
    set<Name extends SettingName>(name: Name, value: Settings[Name]): void {
      values.value = { ...values.peek(), [name]: value };
      deps.save(name, value);
    },
  };
});

export type SettingsState = InstanceType<typeof SettingsModel>;
