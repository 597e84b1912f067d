/**
 * Reads every record through the guard once a week, so that what cannot be read is counted and can be taken
 * out before somebody needs it. It leaves all records where they are: a newer version may read them again.
 */

import { DAY, type Milliseconds, type Timestamp } from '../model/units.ts';
import { CODED_STORES, type CodedStore } from './codec.ts';
import type { RecordGuard } from './record-guard.ts';
import type { RecordKey, RecordStore } from './record-store.ts';
import type { SettingsStore } from './settings-store.ts';

export interface ScanOptions {
  records: RecordStore;
  guard: RecordGuard;
  settings: SettingsStore;
  /** Waits for a moment at which nothing else is to be done. */
  rest: () => Promise<void>;
  now: () => Timestamp;
}

/** When all was read for the last time, and what could not be read then. */
interface LastScan {
  at: Timestamp;
  bad: readonly (readonly [CodedStore, RecordKey])[];
}

/** The name under which the last scan is stored among the settings. */
export const SCAN_SETTING = 'recordScan';

const SCAN_INTERVAL: Milliseconds = 7 * DAY;

/** So many records are read in one go. */
const PIECE = 25;

/**
 * Tells the guard of every record that cannot be read; between two scans, of those that the last one found.
 *
 * @throws StorageError when it could not be finished; the next start begins anew.
 */
export async function scanRecords({
  records,
  guard,
  settings,
  rest,
  now,
}: ScanOptions): Promise<void> {
  async function readEach(store: CodedStore, keys: readonly RecordKey[]): Promise<void> {
    for (let start = 0; start < keys.length; start += PIECE) {
      await rest();
      await records.read([store], async (tx) => {
        for (const key of keys.slice(start, start + PIECE)) await guard.get(tx, store, key);
      });
    }
  }

  await rest();
  const last = readLast((await settings.load())[SCAN_SETTING]);
  if (last && last.at <= now() && now() < last.at + SCAN_INTERVAL) {
    for (const [store, key] of last.bad) await readEach(store, [key]);
    return;
  }
  for (const store of CODED_STORES) {
    await readEach(store, await records.read([store], (tx) => tx.getKeys(store)));
  }
  await settings.save(SCAN_SETTING, { at: now(), bad: guard.badKeys } satisfies LastScan);
}

function readLast(value: unknown): LastScan | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { at, bad } = value as Partial<LastScan>;
  if (typeof at !== 'number' || !Array.isArray(bad)) return undefined;
  const isPlace = (place: unknown) => Array.isArray(place) && CODED_STORES.includes(place[0]);
  return { at, bad: bad.filter(isPlace) };
}
