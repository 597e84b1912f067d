/** What this device and browser allow: keeping, installing, updating. */
import { computed, signal } from '@preact/signals-core';
import type { DataLoss } from '../offline/data-marker.ts';
import { createModel } from './create-model.ts';

/** The browser's answer to "may this data stay". */
export type PersistenceAnswer = 'granted' | 'denied' | 'unknown';

/** Whether what is written outlives the page; `blocked`: another tab must be closed first; `newer`: renew the app. */
export type Keeping = 'kept' | 'not-kept' | 'blocked' | 'newer';

export interface DeviceDeps {
  /** Short hash of the build. */
  version: string;
  isStandalone: boolean;
  /** Installing goes by the browser's own menu, in steps that the app can only show. */
  needsSteps: boolean;
  install(): void;
  applyUpdate(): void;
}

export const DeviceModel = createModel((deps: DeviceDeps) => {
  const keeping = signal<Keeping>('kept');
  const isUpdateWaiting = signal(false);
  const isUpdateAsked = signal(false);
  const isCodeMissing = signal(false);
  const loss = signal<DataLoss | undefined>(undefined);
  const canInstall = signal(false);
  const persistence = signal<PersistenceAnswer>('unknown');
  const erased = signal<readonly string[] | undefined>(undefined);
  const hasEnded = signal(false);
  return {
    keeping,
    isKept: computed(() => keeping.value === 'kept'),
    isUpdateWaiting,
    /** The person wants the new version; it comes when no tab is busy. */
    isUpdateAsked,
    /** A part of the app's code could not be fetched. */
    isCodeMissing,
    /** What the browser took away, until the person has seen it. */
    loss,
    canInstall,
    persistence,
    /** Everything was wiped, here or in another tab, but for what is named. */
    erased,
    /** The wiping began: from then on nothing sounds, listens or is written, until the page is loaded anew. */
    hasEnded,
    version: (): string => deps.version,
    isStandalone: (): boolean => deps.isStandalone,
    needsSteps: (): boolean => deps.needsSteps,
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
    setErased(left: readonly string[]): void {
      hasEnded.value = true;
      erased.value = left;
    },
    end(): void {
      hasEnded.value = true;
    },
    install: (): void => deps.install(),
    applyUpdate(): void {
      isUpdateAsked.value = true;
      deps.applyUpdate();
    },
    setCodeMissing(value: boolean): void {
      isCodeMissing.value = value;
    },
    setLoss(value: DataLoss | undefined): void {
      loss.value = value;
    },
  };
});

export type DeviceState = InstanceType<typeof DeviceModel>;
