/** Makes the backup file from what is stored. */
import { sha256 } from '../model/sha256.ts';
import type { Timestamp } from '../model/units.ts';
import { SCHEMA } from '../storage/codec.ts';
import type { RecordStore } from '../storage/record-store.ts';
import {
  BACKUP_APP,
  BACKUP_ENTRY,
  BACKUP_FORMAT,
  BackupError,
  type BackupFile,
  type BackupSections,
  type DamagedEntry,
  MAX_JSON_SIZE,
  type SectionName,
  type SectionSummary,
  type VoiceEntry,
} from './backup-format.ts';
import { readNotebook, readVoice, type StoredVoice } from './read-notebook.ts';
import { voiceFile } from './voice-file.ts';
import { createZipWriter, type ZipWriter } from './zip.ts';

/** A text that goes in beside the records. */
export interface TextFile {
  /** With its folder: `notities/1-even-niet-weten.md`. */
  name: string;
  text: string;
}

export interface WriteBackupOptions {
  store: RecordStore;
  /** The build. */
  version: string;
  now: Timestamp;
  /** The notes to read, as Markdown. */
  texts: readonly TextFile[];
}

/**
 * Reads the records in one transaction and the voices after it, one piece at a time.
 *
 * @throws BackupError `too-large` when this version could not read the file back; StorageError.
 */
export async function writeBackup(options: WriteBackupOptions): Promise<Blob> {
  const { store, version, now, texts } = options;
  const { records, damaged, voices } = await readNotebook(store);
  const zip = createZipWriter(new Date(now));
  for (const { name, text } of texts) await zip.addText(name, text);
  const allDamaged: DamagedEntry[] = [...damaged];
  const voice: VoiceEntry[] = [];
  const types = voiceTypes(records.notes);
  for (const stored of voices) {
    const file = voiceFile(stored.noteId, types.get(stored.noteId) ?? '');
    voice.push(await packVoice(zip, file, store, stored, (entry) => allDamaged.push(entry)));
  }
  const data: BackupSections = { ...records, voice, damaged: allDamaged };
  const sections = {} as Record<SectionName, SectionSummary>;
  for (const name of Object.keys(data) as SectionName[]) {
    sections[name] = await summarizeSection(data[name]);
  }
  const json = layOut({
    app: BACKUP_APP,
    format: BACKUP_FORMAT,
    schema: SCHEMA,
    version,
    createdAt: new Date(now).toISOString(),
    sections,
    data,
  });
  if (new Blob([json]).size > MAX_JSON_SIZE) {
    throw new BackupError('too-large', `${BACKUP_ENTRY} would be over ${MAX_JSON_SIZE} bytes`);
  }
  await zip.addText(BACKUP_ENTRY, json);
  return zip.finish();
}

/** How many there are, and the hash of their JSON. */
export async function summarizeSection(section: readonly unknown[]): Promise<SectionSummary> {
  return {
    count: section.length,
    sha256: await sha256(new TextEncoder().encode(JSON.stringify(section))),
  };
}

async function packVoice(
  zip: ZipWriter,
  file: string,
  store: RecordStore,
  stored: StoredVoice,
  onDamaged: (entry: DamagedEntry) => void,
): Promise<VoiceEntry> {
  const pieces: VoiceEntry['pieces'] = [];
  const all: Uint8Array<ArrayBuffer>[] = [];
  async function* bytes() {
    for await (const piece of readVoice(store, stored, onDamaged)) {
      pieces.push({ index: piece.index, size: piece.bytes.length });
      all.push(piece.bytes);
      yield piece.bytes;
    }
  }
  await zip.addBytes(file, bytes());
  // The browser's own hash takes bytes only as a whole; one voice is at most a few megabytes.
  const whole = await new Blob(all).arrayBuffer();
  return {
    noteId: stored.noteId,
    file,
    size: whole.byteLength,
    sha256: await sha256(whole),
    pieces,
  };
}

function voiceTypes(notes: readonly object[]): Map<string, string> {
  const types = new Map<string, string>();
  for (const note of notes as { id: string; voice?: { type: string } }[]) {
    if (note.voice) types.set(note.id, note.voice.type);
  }
  return types;
}

/** JSON that a person can look through: what it is first, then one record a line. */
function layOut({ sections, data, ...head }: BackupFile): string {
  const entries = (pairs: [string, string][], indent: string) =>
    pairs.map(([name, json]) => `${indent}${JSON.stringify(name)}: ${json}`).join(',\n');
  const summaries = Object.entries(sections).map(([name, summary]): [string, string] => [
    name,
    JSON.stringify(summary),
  ]);
  const lists = Object.entries(data).map(([name, records]): [string, string] => [
    name,
    records.length === 0
      ? '[]'
      : `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]`,
  ]);
  const top = Object.entries(head).map(([name, value]): [string, string] => [
    name,
    JSON.stringify(value),
  ]);
  return `{\n${entries(top, '')},\n"sections": {\n${entries(summaries, '  ')}\n},\n"data": {\n${entries(lists, '')}\n}\n}\n`;
}
