/**
 * Reads a backup file and checks all of it before anything is done with it: the zip, the JSON, the hash
 * of each section, every record by the codec of the database, and the bytes of every voice.
 */
import { sha256 } from '../model/sha256.ts';
import type { VoicePiece } from '../model/voice-note.ts';
import { decode, SCHEMA, type StoredValues } from '../storage/codec.ts';
import { keyOf, STORES } from '../storage/record-store.ts';
import {
  BACKUP_APP,
  BACKUP_ENTRY,
  BACKUP_FORMAT,
  BackupError,
  type DamagedEntry,
  MAX_JSON_SIZE,
  MAX_TOTAL_SIZE,
  MAX_VOICE_SIZE,
  type TravellingStore,
  type VoiceEntry,
} from './backup-format.ts';
import { TRAVELLING_STORES } from './read-notebook.ts';
import { readStrictJson } from './strict-json.ts';
import { readTagged } from './tagged-json.ts';
import { summarizeSection } from './write-backup.ts';
import { openZip, type ZipReader } from './zip-reader.ts';

/** A record that was unreadable where the backup was made. */
export interface DamagedRecord {
  store: string;
  record: unknown;
}

/** The values that a backup brings, by store. */
export type BackupValues = { [Store in TravellingStore]: StoredValues[Store][] };

/** A backup of which everything is right. */
export interface Backup {
  createdAt: Date;
  values: BackupValues;
  damaged: DamagedRecord[];
  voices: VoiceEntry[];
  /** The pieces of one voice, unpacked when they are asked for. @throws BackupError */
  loadVoice(voice: VoiceEntry): Promise<VoicePiece[]>;
}

type Fields = Readonly<Record<string, unknown>>;

/** @throws BackupError with the reason that it is refused. */
export async function readBackup(file: Blob): Promise<Backup> {
  if (file.size > MAX_TOTAL_SIZE) throw new BackupError('too-large', `${file.size} bytes`);
  const zip = await openZip(file);
  if (!zip.has(BACKUP_ENTRY)) throw new BackupError('not-ours', `there is no ${BACKUP_ENTRY}`);
  const content = readStrictJson(decodeText(await zip.read(BACKUP_ENTRY, MAX_JSON_SIZE)));
  const head = readHead(content);
  const sections = await checkSections(head);
  const values = {} as BackupValues;
  for (const store of TRAVELLING_STORES) readValues(store, sections.get(store) ?? [], values);
  const damaged = (sections.get('damaged') ?? []).map(readDamagedEntry);
  const voices = (sections.get('voice') ?? []).map((entry) => readVoiceEntry(entry, zip));
  refuseDuplicates(
    'voice',
    voices.map(({ noteId }) => noteId),
  );
  const backup: Backup = {
    createdAt: head.createdAt,
    values,
    damaged,
    voices,
    loadVoice: (voice) => loadVoice(zip, voice),
  };
  if ([...sections.values()].every((section) => section.length === 0)) {
    throw new BackupError('empty', 'a backup without any record');
  }
  for (const voice of voices) await loadVoice(zip, voice);
  return backup;
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new BackupError('damaged', `${BACKUP_ENTRY} is not UTF-8`, cause);
  }
}

function readHead(content: unknown): { createdAt: Date; sections: Fields; data: Fields } {
  if (!isFields(content) || content.app !== BACKUP_APP) {
    throw new BackupError('not-ours', 'it does not say that it is a backup of this app');
  }
  const { format, schema } = content;
  if (!isCount(format) || !isCount(schema) || format < 1) {
    throw new BackupError('damaged', 'no format or schema');
  }
  if (format > BACKUP_FORMAT || schema > SCHEMA) {
    throw new BackupError('newer', `format ${format}, schema ${schema}`);
  }
  const { sections, data } = content;
  const createdAt = new Date(String(content.createdAt));
  if (!isFields(sections) || !isFields(data) || Number.isNaN(createdAt.getTime())) {
    throw new BackupError('damaged', 'no sections, no data, or no date');
  }
  return { createdAt, sections, data };
}

/** Every section has its hash, every hash its section, and no section is of a kind that is not known. */
async function checkSections({
  sections,
  data,
}: {
  sections: Fields;
  data: Fields;
}): Promise<Map<string, unknown[]>> {
  const known: readonly string[] = [...TRAVELLING_STORES, 'voice', 'damaged'];
  const checked = new Map<string, unknown[]>();
  for (const name of new Set([...Object.keys(sections), ...Object.keys(data)])) {
    const section = data[name];
    const said = sections[name];
    if (!known.includes(name)) throw new BackupError('newer', `section ${name}`);
    if (!Array.isArray(section) || !isFields(said)) {
      throw new BackupError('damaged', `section ${name}`);
    }
    const found = await summarizeSection(section);
    if (found.sha256 !== said.sha256 || found.count !== said.count) {
      throw new BackupError('wrong-checksum', `section ${name}`);
    }
    checked.set(name, section);
  }
  return checked;
}

function readValues<Store extends TravellingStore>(
  store: Store,
  records: readonly unknown[],
  values: BackupValues,
): void {
  const read: StoredValues[Store][] = records.map((record) => {
    if (isFields(record) && isCount(record.schema) && record.schema > SCHEMA) {
      throw new BackupError('newer', `${store}: schema ${record.schema}`);
    }
    const decoded = decode(store, record);
    if (!decoded.ok) throw new BackupError('bad-record', `${store}: ${decoded.bad.reason}`);
    return decoded.value;
  });
  refuseDuplicates(
    store,
    read.map((value) => JSON.stringify(keyOf(value, STORES[store].keyPath))),
  );
  Object.assign(values, { [store]: read });
}

function refuseDuplicates(section: string, keys: readonly string[]): void {
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) throw new BackupError('duplicate', `${section}: two of ${key}`);
    seen.add(key);
  }
}

function readDamagedEntry(entry: unknown): DamagedRecord {
  const { store, record }: Partial<DamagedEntry> = isFields(entry) ? entry : {};
  if (typeof store !== 'string' || typeof record !== 'string') {
    throw new BackupError('bad-record', 'a damaged record without its store');
  }
  return { store, record: readTagged(record) };
}

function readVoiceEntry(entry: unknown, zip: ZipReader): VoiceEntry {
  const fields = isFields(entry) ? entry : {};
  const { noteId, file, size, sha256: hash, pieces } = fields;
  const isWhole =
    typeof noteId === 'string' &&
    typeof file === 'string' &&
    typeof hash === 'string' &&
    isCount(size) &&
    Array.isArray(pieces) &&
    pieces.every((piece) => isFields(piece) && isCount(piece.index) && isCount(piece.size));
  if (!isWhole) throw new BackupError('bad-record', 'a voice without its file');
  const parts = (pieces as VoiceEntry['pieces']).map(({ index, size }) => ({ index, size }));
  const sum = parts.reduce((total, part) => total + part.size, 0);
  if (sum !== size) throw new BackupError('bad-record', 'a voice whose pieces do not add up');
  refuseDuplicates(
    'voice',
    parts.map(({ index }) => `${noteId} ${index}`),
  );
  if (!zip.has(file)) throw new BackupError('damaged', `there is no ${file}`);
  return { noteId, file, size, sha256: hash, pieces: parts };
}

async function loadVoice(zip: ZipReader, voice: VoiceEntry): Promise<VoicePiece[]> {
  const bytes = await zip.read(voice.file, MAX_VOICE_SIZE);
  if (bytes.length !== voice.size || (await sha256(bytes)) !== voice.sha256) {
    throw new BackupError('wrong-checksum', voice.file);
  }
  let start = 0;
  return voice.pieces.map(({ index, size }) => {
    const piece = { noteId: voice.noteId, index, bytes: bytes.slice(start, start + size).buffer };
    start += size;
    return piece;
  });
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
