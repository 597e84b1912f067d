/** Measures what the app takes on the device, part by part. Reads only; a part that cannot be read counts as empty. */
import {
  AUDIO_CACHE,
  EARLIER_CODE_CACHE_PREFIX,
  RECORDING_CACHE,
  SHELL_CACHE,
  TEXT_CACHE,
} from '../model/cache-names.ts';
import type { Bytes } from '../model/units.ts';
import type { RecordStore, StoreName } from '../storage/record-store.ts';

/** In bytes; what the browser needs around it is not counted. */
export interface StorageUse {
  audio: Bytes;
  texts: Bytes;
  app: Bytes;
  /** Answers, marks, spoken notes, and where the listener is. */
  notes: Bytes;
  recordings: Bytes;
}

const NOTE_STORES: readonly StoreName[] = [
  'progress',
  'journal',
  'drafts',
  'notes',
  'revisions',
  'voice',
  'settings',
  'damaged',
];

export async function measureStorageUse(
  caches: CacheStorage,
  records: RecordStore,
): Promise<StorageUse> {
  const names = await caches.keys().catch((): string[] => []);
  const sizeOf = async (isWanted: (name: string) => boolean) => {
    const sizes = await Promise.all(names.filter(isWanted).map((name) => cacheSize(caches, name)));
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  const [audio, texts, app, recordings, notes] = await Promise.all([
    sizeOf((name) => name === AUDIO_CACHE),
    sizeOf((name) => name === TEXT_CACHE),
    sizeOf((name) => name === SHELL_CACHE || name.startsWith(EARLIER_CODE_CACHE_PREFIX)),
    sizeOf((name) => name === RECORDING_CACHE),
    recordsSize(records).catch(() => 0),
  ]);
  return { audio, texts, app, notes, recordings };
}

async function cacheSize(caches: CacheStorage, name: string): Promise<Bytes> {
  try {
    const cache = await caches.open(name);
    let total: Bytes = 0;
    for (const request of await cache.keys()) {
      // A Blob tells its size without being read.
      total += (await (await cache.match(request))?.blob())?.size ?? 0;
    }
    return total;
  } catch {
    return 0;
  }
}

async function recordsSize(records: RecordStore): Promise<Bytes> {
  const found = await records.read(NOTE_STORES, async (transaction) => {
    const all: unknown[] = [];
    for (const store of NOTE_STORES) all.push(...(await transaction.getAll(store)));
    return all;
  });
  return found.reduce<Bytes>((sum, record) => sum + recordSize(record), 0);
}

/** About what it takes: words as UTF-8, spoken notes as they are. */
function recordSize(record: unknown): Bytes {
  let binary: Bytes = 0;
  const text = JSON.stringify(record, (_key, value: unknown) => {
    if (!(value instanceof ArrayBuffer)) return value;
    binary += value.byteLength;
    return undefined;
  });
  return new TextEncoder().encode(text ?? '').length + binary;
}
