/** How safe the notes are on this device, for the line that says so. */
import { computed, signal } from '@preact/signals-core';
import { judgeSafety, type Safety } from '../../model/safety.ts';
import type { Timestamp } from '../../model/units.ts';
import type { SettingsStore } from '../../storage/settings-store.ts';
import { createModel } from '../create-model.ts';
import type { DeviceState } from '../device.ts';
import type { NotebookState } from './notebook.ts';

export interface SafetyDeps {
  notebook: Pick<NotebookState, 'notes'>;
  device: DeviceState;
  settings: Pick<SettingsStore, 'load'>;
  now: () => Timestamp;
}

/** The name under which the time of the last backup is stored among the settings. */
export const LAST_BACKUP_SETTING = 'lastBackupAt';

export const SafetyModel = createModel(({ notebook, device, settings, now }: SafetyDeps) => {
  const lastBackupAt = signal<Timestamp | undefined>(undefined);
  const isKnown = signal(false);

  return {
    /** Nothing before {@link load}: a line that is wrong for a moment frightens. */
    now: computed<Safety | undefined>(() => {
      if (!isKnown.value) return undefined;
      const written = [...notebook.notes.value.values()];
      return judgeSafety({
        now: now(),
        isKept: device.isKept.value,
        noteCount: written.length,
        newCount: written.filter(({ updatedAt }) => updatedAt > (lastBackupAt.value ?? 0)).length,
        ...(lastBackupAt.value === undefined ? {} : { lastBackupAt: lastBackupAt.value }),
        persistence: device.persistence.value,
        isStandalone: device.isStandalone(),
        isSafari: isWebKit(),
      });
    }),
    /** Reads when the last backup was made. */
    async load(): Promise<void> {
      try {
        const stored = (await settings.load())[LAST_BACKUP_SETTING];
        lastBackupAt.value = typeof stored === 'number' ? stored : undefined;
      } catch {
        // Not to be read now: then it counts as none, which only leads to advice.
      }
      isKnown.value = true;
    },
  };
});

export type SafetyState = InstanceType<typeof SafetyModel>;

/** Safari, and every browser on iOS: they all clear what is not on the home screen. */
function isWebKit(): boolean {
  return navigator.vendor === 'Apple Computer, Inc.';
}
