/** Keeps what is known of the recordings that a listener added; the bytes are in Cache Storage. */
import type { Recording } from '../model/recording.ts';
import type { Sha256 } from '../model/units.ts';
import { GUARD_STORES, type RecordGuard } from './record-guard.ts';
import type { RecordStore } from './record-store.ts';

/** A promise is fulfilled only after the transaction completed. All methods throw a `StorageError`. */
export interface RecordingRecords {
  loadAll(): Promise<Recording[]>;
  save(recording: Recording): Promise<void>;
  remove(hash: Sha256): Promise<void>;
}

/** Strict: what is said to be on the device must be there after a crash. */
export function createRecordingRecords(records: RecordStore, guard: RecordGuard): RecordingRecords {
  return {
    loadAll: () => records.read(['recordings'], (tx) => guard.getAll(tx, 'recordings')),
    save: (recording) =>
      records.write(['recordings', ...GUARD_STORES], 'strict', (tx) =>
        guard.put(tx, 'recordings', recording),
      ),
    remove: (hash) =>
      records.write(['recordings'], 'strict', (tx) => tx.remove('recordings', hash)),
  };
}
