/** What this device and browser allow: keeping, installing, updating. */
import { createModel, signal } from '@preact/signals-core';

/** The browser's answer to "may this data stay". */
export type PersistenceAnswer = 'granted' | 'denied' | 'unknown';

export interface DeviceDeps {
  /** Short hash of the build. */
  version: string;
  isStandalone: boolean;
  install(): void;
  applyUpdate(): void;
}

export const DeviceModel = createModel((deps: DeviceDeps) => {
  const isKept = signal(true);
  const isUpdateWaiting = signal(false);
  const canInstall = signal(false);
  const persistence = signal<PersistenceAnswer>('unknown');
  return {
    isKept,
    isUpdateWaiting,
    canInstall,
    persistence,
    version: (): string => deps.version,
    isStandalone: (): boolean => deps.isStandalone,
    setKept(value: boolean): void {
      isKept.value = value;
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
