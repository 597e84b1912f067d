/** Keeps the listener's choices by name; what a value means is for its owner to check. */
import { GUARD_STORES, type RecordGuard } from './record-guard.ts';
import type { RecordStore } from './record-store.ts';

/** All methods throw a `StorageError` when the storage cannot be reached. */
export interface SettingsStore {
  load(): Promise<Record<string, unknown>>;
  /** @param value - Anything that the structured clone algorithm takes. */
  save(key: string, value: unknown): Promise<void>;
}

/** Makes the store on any {@link RecordStore}. */
export function createSettingsStore(records: RecordStore, guard: RecordGuard): SettingsStore {
  return {
    load: async () => {
      const settings = await records.read(['settings'], (tx) => guard.getAll(tx, 'settings'));
      return Object.fromEntries(settings.map(({ key, value }) => [key, value]));
    },
    save: (key, value) =>
      records.write(['settings', ...GUARD_STORES], 'relaxed', (tx) =>
        guard.put(tx, 'settings', { key, value, savedAt: Date.now() }),
      ),
  };
}
