/**
 * The one form in which records are stored, and the one check that they pass in both directions. What
 * does not fit is never used and never thrown away; see `record-guard.ts`.
 */
import * as v from 'valibot';
import type { DownloadRecord } from '../model/download.ts';
import type { JournalEntry } from '../model/journal.ts';
import type { Draft, Note, Revision } from '../model/note.ts';
import type { Progress } from '../model/progress.ts';
import type { Recording } from '../model/recording.ts';
import type { Timestamp } from '../model/units.ts';
import type { VoicePiece } from '../model/voice-note.ts';
import { RECORD_SCHEMAS } from './record-schemas.ts';

/** The version of every stored record; a higher one was written by a newer app. */
export const SCHEMA = 1;

/** One remembered choice. */
export interface Setting {
  key: string;
  value: unknown;
  /** When it was chosen; of two devices the later choice counts. */
  savedAt?: Timestamp;
}

/** What the stores that pass this codec hold. */
export interface StoredValues {
  progress: Progress;
  journal: JournalEntry;
  notes: Note;
  drafts: Draft;
  revisions: Revision;
  voice: VoicePiece;
  settings: Setting;
  downloads: Omit<DownloadRecord, 'schema'>;
  recordings: Recording;
}

/** A store of which the records pass this codec. */
export type CodedStore = keyof StoredValues;

const SCHEMAS: { readonly [Store in CodedStore]: v.GenericSchema<unknown, StoredValues[Store]> } =
  RECORD_SCHEMAS;

/** Every store that passes this codec, by name. */
export const CODED_STORES = Object.keys(SCHEMAS) as readonly CodedStore[];

/** A record that cannot be used, and why. */
export interface BadRecord {
  store: CodedStore;
  reason: string;
}

/** The result of reading: the value, or what is wrong with it. */
export type Decoded<T> = { ok: true; value: T } | { ok: false; bad: BadRecord };

/**
 * Makes the record to store.
 *
 * @throws TypeError when the value breaks the store's own rules: a fault in the app, not in the data.
 */
export function encode<Store extends CodedStore>(store: Store, value: StoredValues[Store]): object {
  const checked = v.safeParse(SCHEMAS[store], value);
  if (!checked.success) {
    throw new TypeError(`${store}: ${describe(checked.issues)}`);
  }
  return { schema: SCHEMA, ...checked.output };
}

/** Reads a stored record. @returns The value without its `schema`, or the reason that it is set aside. */
export function decode<Store extends CodedStore>(
  store: Store,
  record: unknown,
): Decoded<StoredValues[Store]> {
  const found = isRecord(record) ? record.schema : undefined;
  if (found !== SCHEMA) {
    return { ok: false, bad: { store, reason: `schema is ${String(found)}, not ${SCHEMA}` } };
  }
  const checked = v.safeParse(SCHEMAS[store], record);
  if (!checked.success) {
    return { ok: false, bad: { store, reason: describe(checked.issues) } };
  }
  const { schema: _schema, ...value } = checked.output as StoredValues[Store] & { schema?: number };
  return { ok: true, value: value as unknown as StoredValues[Store] };
}

/** Whether it has named parts at all. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function describe(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues.map((issue) => `${v.getDotPath(issue) ?? 'record'}: ${issue.message}`).join('; ');
}
