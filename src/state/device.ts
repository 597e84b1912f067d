/** What this device and browser allow: keeping, installing, updating. */
import { computed, createModel, signal } from '@preact/signals-core';

/** The browser's answer to "may this data stay". */
export type PersistenceAnswer = 'granted' | 'denied' | 'unknown';

/** Whether what is written outlives the page; `blocked`: another tab must be closed first; `newer`: renew the app. */
export type Keeping = 'kept' | 'not-kept' | 'blocked' | 'newer';

export interface DeviceDeps {
  /** Short hash of the build. */
  version: string;
  isStandalone: boolean;
  install(): void;
  applyUpdate(): void;
}

export const DeviceModel = createModel((deps: DeviceDeps) => {
  const keeping = signal<Keeping>('kept');
  const isUpdateWaiting = signal(false);
  const canInstall = signal(false);
  const persistence = signal<PersistenceAnswer>('unknown');
  return {
    keeping,
    isKept: computed(() => keeping.value === 'kept'),
    isUpdateWaiting,
    canInstall,
    persistence,
    version: (): string => deps.version,
    isStandalone: (): boolean => deps.isStandalone,
    setKeeping(value: Keeping): void {
      keeping.value = value;
    },
    setUpdateWaiting(value: boolean): void {
      isUpdateWaiting.value = value;
    },
    setCanInstall(value: boolean): void {
      canInstall.value = value;
    },
    setPersistence(value: PersistenceAnswer): void {
      persistence.value = value;
    },
    install: (): void => deps.install(),
    applyUpdate: (): void => deps.applyUpdate(),
  };
});

export type DeviceState = InstanceType<typeof DeviceModel>;
