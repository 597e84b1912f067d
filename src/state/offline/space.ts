/** What the app takes on the device, for the page that shows it. */
import { signal } from '@preact/signals-core';
import type { StorageEstimate } from '../../offline/persistence.ts';
import type { StorageUse } from '../../offline/storage-use.ts';
import { createModel } from '../create-model.ts';

export interface SpaceDeps {
  measure: () => Promise<StorageUse>;
  estimate: () => Promise<StorageEstimate | undefined>;
}

export const SpaceModel = createModel((deps: SpaceDeps) => {
  const use = signal<StorageUse | undefined>(undefined);
  const estimate = signal<StorageEstimate | undefined>(undefined);
  let latest = 0;

  return {
    /** Absent until it was measured. */
    use,
    /** Absent where the browser does not tell. */
    estimate,
    async refresh(): Promise<void> {
      latest += 1;
      const turn = latest;
      const [measured, told] = await Promise.all([deps.measure(), deps.estimate()]);
      if (turn !== latest) return;
      use.value = measured;
      estimate.value = told;
    },
  };
});

export type SpaceState = InstanceType<typeof SpaceModel>;
