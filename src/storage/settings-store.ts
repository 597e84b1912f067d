/** Keeps the listener's choices by name; what a value means is for its owner to check. */

import type { Setting } from './codec.ts';
import { GUARD_STORES, type RecordGuard } from './record-guard.ts';
import type { RecordStore } from './record-store.ts';
import type { Tail } from './tail.ts';

/** All methods throw a `StorageError` when the storage cannot be reached. */
export interface SettingsStore {
  load(): Promise<Record<string, unknown>>;
  /** @param value - What JSON can say. The last value given counts. */
  save(key: string, value: unknown): Promise<void>;
}

export interface SettingsStoreOptions {
  /** Called when a choice was stored. */
  onSaved?: () => void;
  records: RecordStore;
  guard: RecordGuard;
  /** Holds a choice until it is stored: a page can be left in the same moment. */
  tail: Pick<Tail, 'saveSetting' | 'removeSetting'>;
}

/** Makes the store on any {@link RecordStore}. */
export function createSettingsStore({
  records,
  guard,
  tail,
  onSaved,
}: SettingsStoreOptions): SettingsStore {
  /** The newest choice of each name, while it is on its way. */
  const underWay = new Map<string, Setting>();

  return {
    load: async () => {
      const settings = await records.read(['settings'], (tx) => guard.getAll(tx, 'settings'));
      // A choice that is on its way counts already.
      return Object.fromEntries(
        [...settings, ...underWay.values()].map(({ key, value }) => [key, value]),
      );
    },
    async save(key, value) {
      const setting: Setting = { key, value, savedAt: Date.now() };
      underWay.set(key, setting);
      tail.saveSetting(setting);
      await records.write(['settings', ...GUARD_STORES], 'relaxed', (tx) =>
        guard.put(tx, 'settings', setting),
      );
      if (underWay.get(key) !== setting) return;
      underWay.delete(key);
      tail.removeSetting(key);
      onSaved?.();
    },
  };
}
