/** Reads everything that a backup is made of, as it is stored, whatever fields a record has. */
import { CODED_STORES, type CodedStore, decode } from '../storage/codec.ts';
import { type RecordStore, type RecordTransaction, STORES } from '../storage/record-store.ts';
import type { DamagedEntry, TravellingStore } from './backup-format.ts';
import { isPortable } from './strict-json.ts';
import { writeTagged } from './tagged-json.ts';

/** The stores of which the records travel. */
export const TRAVELLING_STORES = CODED_STORES.filter(
  (store): store is TravellingStore => !['downloads', 'recordings', 'voice'].includes(store),
);

/** Facts about one device, of no use on another. */
const DEVICE_SETTINGS = ['lastBackupAt', 'recordScan'];

/** Where the pieces of one note's voice are. */
export interface StoredVoice {
  noteId: string;
  /** Rising. */
  indexes: number[];
}

/** Everything but the bytes of voices, all from one moment. */
export interface NotebookRecords {
  /** As stored, with their `schema`. */
  records: Record<TravellingStore, object[]>;
  damaged: DamagedEntry[];
  voices: StoredVoice[];
}

/** @throws StorageError when it cannot be read. */
export function readNotebook(store: RecordStore): Promise<NotebookRecords> {
  return store.read([...CODED_STORES, 'damaged'], async (tx) => {
    const records = {} as Record<TravellingStore, object[]>;
    for (const name of TRAVELLING_STORES) records[name] = await readGood(tx, name);
    return {
      records,
      damaged: await readDamaged(tx),
      voices: groupVoices(await tx.getKeys('voice')),
    };
  });
}

/** Whether there is nothing that a backup would have. @throws StorageError */
export async function isEmptyNotebook(store: RecordStore): Promise<boolean> {
  const { records, damaged } = await readNotebook(store);
  return damaged.length === 0 && Object.values(records).every((list) => list.length === 0);
}

async function readGood(tx: RecordTransaction, store: TravellingStore): Promise<object[]> {
  const found = await tx.getAll(store);
  return found.filter(
    (record): record is object => isGood(store, record) && !isOfDevice(store, record),
  );
}

/** Whether it is what the store is for, and the file can say all of it. */
function isGood(store: CodedStore, record: unknown): boolean {
  if (!decode(store, record).ok) return false;
  return !TRAVELLING_STORES.some((name) => name === store) || isPortable(record);
}

function isOfDevice(store: TravellingStore, record: unknown): boolean {
  return store === 'settings' && DEVICE_SETTINGS.includes(String(keyIn(record)));
}

function keyIn(record: unknown): unknown {
  return typeof record === 'object' && record !== null && 'key' in record ? record.key : undefined;
}

/**
 * What cannot be read: what was set aside earlier, and what still stands among the good records, but for
 * the pieces of voices: see {@link readAllDamaged}.
 *
 * @returns Each record once, in an order of their own.
 */
export async function readDamaged(tx: RecordTransaction): Promise<DamagedEntry[]> {
  const found = new Map<string, DamagedEntry>();
  const add = (store: string, record: unknown) => {
    const entry = { store, record: writeTagged(record) };
    found.set(`${entry.store} ${entry.record}`, entry);
  };
  for (const store of CODED_STORES) {
    if (store === 'voice' || !(store in STORES)) continue;
    for (const record of await tx.getAll(store)) if (!isGood(store, record)) add(store, record);
  }
  for (const entry of await tx.getAll('damaged')) {
    if (typeof entry !== 'object' || entry === null || !('record' in entry)) add('damaged', entry);
    else add('store' in entry ? String(entry.store) : 'damaged', entry.record);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/** The same with the pieces of voices, which are read one by one. @throws StorageError */
export async function readAllDamaged(store: RecordStore): Promise<DamagedEntry[]> {
  const { damaged, voices } = await readNotebook(store);
  const found = new Map(damaged.map((entry) => [`${entry.store} ${entry.record}`, entry]));
  for (const voice of voices) {
    const pieces = readVoice(store, voice, (entry) =>
      found.set(`${entry.store} ${entry.record}`, entry),
    );
    for await (const _ of pieces) void _;
  }
  return [...found.values()];
}

/** The bytes of a voice, one piece at a time. A piece that cannot be read is told of, and left out. */
export async function* readVoice(
  store: RecordStore,
  { noteId, indexes }: StoredVoice,
  onDamaged: (entry: DamagedEntry) => void,
): AsyncGenerator<{ index: number; bytes: Uint8Array<ArrayBuffer> }> {
  for (const index of indexes) {
    const record = await store.read(['voice'], (tx) => tx.get('voice', [noteId, index]));
    const piece = decode('voice', record);
    if (piece.ok) yield { index, bytes: new Uint8Array(piece.value.bytes) };
    else if (record !== undefined) {
      onDamaged({ store: 'voice' satisfies CodedStore, record: writeTagged(record) });
    }
  }
}

function groupVoices(keys: readonly unknown[]): StoredVoice[] {
  const voices = new Map<string, number[]>();
  for (const key of keys) {
    if (!Array.isArray(key)) continue;
    const [noteId, index] = key as [string, number];
    const indexes = voices.get(noteId);
    if (indexes) indexes.push(index);
    else voices.set(noteId, [index]);
  }
  return [...voices].map(([noteId, indexes]) => ({
    noteId,
    indexes: indexes.sort((a, b) => a - b),
  }));
}
