/** The offer to install, made once: after the first finished module. */
import { computed, effect, signal } from '@preact/signals-core';
import { createModel } from '../create-model.ts';
import type { DeviceState } from '../device.ts';
import type { ProgressState } from '../listening/progress.ts';
import type { SettingsState } from '../settings.ts';

export interface InstallOfferDeps {
  device: DeviceState;
  progress: ProgressState;
  settings: SettingsState;
  /** In an earlier visit. */
  wasOffered: boolean;
  /** Fetches the code of the offer. */
  prepare: () => Promise<void>;
}

export const InstallOfferModel = createModel((deps: InstallOfferDeps) => {
  const { device, progress, settings } = deps;
  const isShown = signal(false);
  let wasOffered = deps.wasOffered;

  const isDue = computed(
    () =>
      !device.isStandalone() &&
      device.isKept.value &&
      (device.canInstall.value || device.needsSteps()) &&
      [...progress.all.value.values()].some(({ completed }) => completed !== undefined),
  );
  async function show(): Promise<void> {
    try {
      await deps.prepare();
    } catch {
      // Without a connection it can wait for another visit.
      return;
    }
    isShown.value = true;
    settings.set('wasInstallOffered', true);
  }

  effect(() => {
    if (!isDue.value || wasOffered) return;
    wasOffered = true;
    void show();
  });

  return {
    /** Until the person answers, or leaves. */
    isShown: computed(() => isShown.value),
    dismiss(): void {
      isShown.value = false;
    },
    install(): void {
      isShown.value = false;
      device.install();
    },
  };
});

export type InstallOfferState = InstanceType<typeof InstallOfferModel>;
