/** Whether downloading costs the person something now, and whether that was agreed to. */
import { computed, signal } from '@preact/signals-core';
import type { ConnectionWatch } from '../../offline/connection.ts';
import { createModel } from '../create-model.ts';
import type { SettingsState } from '../settings.ts';

export interface ConnectionDeps {
  watch: ConnectionWatch;
  settings: SettingsState;
}

export const ConnectionModel = createModel(({ watch, settings }: ConnectionDeps) => {
  const isMetered = signal(watch.isMetered);
  /** Agreed to for this connection; another one asks again. */
  const isAgreed = signal(false);

  watch.onChange(() => {
    isMetered.value = watch.isMetered;
    isAgreed.value = false;
  });

  return {
    isMetered: computed(() => isMetered.value),
    /** Nothing may be fetched that was not asked for on this very connection. */
    isHeld: computed(
      () => isMetered.value && !isAgreed.value && !settings.values.value.meteredDownloads,
    ),
    /** The person wants it all the same, this time. */
    agree(): void {
      isAgreed.value = true;
    },
  };
});

export type ConnectionState = InstanceType<typeof ConnectionModel>;
