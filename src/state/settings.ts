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
  /** What was chosen before it was known what is stored. */
  let chosen: Partial<Settings> = {};
  return {
    values,
    /** Takes in what was stored; a choice that was made meanwhile is newer. */
    fill(stored: Readonly<Record<string, unknown>>): void {
      values.value = readSettings({ ...stored, ...chosen });
      chosen = {};
    },
    set<Name extends SettingName>(name: Name, value: Settings[Name]): void {
      chosen = { ...chosen, [name]: value };
      values.value = { ...values.peek(), [name]: value };
      deps.save(name, value);
    },
  };
});

export type SettingsState = InstanceType<typeof SettingsModel>;
