/**
 * The one form in which records are stored, and the one check that they pass in both directions. What
 * does not fit is never used and never thrown away; see `record-guard.ts`.
 */
import * as v from 'valibot';
import type { DownloadRecord } from '../model/download.ts';
import { JOURNAL_KINDS, type JournalEntry } from '../model/journal.ts';
import type { Draft, Note, Revision } from '../model/note.ts';
import type { Progress } from '../model/progress.ts';
import type { Recording } from '../model/recording.ts';
import type { Timestamp } from '../model/units.ts';
import type { VoicePiece } from '../model/voice-note.ts';

/** The version of every stored record; a higher one was written by a newer app. */
export const SCHEMA = 1;

const time = v.pipe(v.number(), v.finite(), v.minValue(0));
const timestamp = v.pipe(v.number(), v.finite());
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const fields = v.record(v.pipe(v.string(), v.maxLength(100)), v.string());

const heardRange = v.pipe(
  v.object({ startTime: time, endTime: time }),
  v.check((range) => range.startTime < range.endTime, 'startTime must be before endTime'),
);

const progress = v.object({
  key: id,
  position: time,
  duration: time,
  heard: v.array(heardRange),
  completed: v.exactOptional(
    v.object({ at: timestamp, how: v.picklist(['heard', 'marked', 'read']) }),
  ),
  audioHash: v.exactOptional(v.string()),
  lastPlayedAt: v.exactOptional(timestamp),
  startedOverAt: v.exactOptional(timestamp),
  updatedAt: timestamp,
});

const journal = v.object({
  id,
  kind: v.picklist(JOURNAL_KINDS),
  audioKey: id,
  from: time,
  to: time,
  at: timestamp,
});

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const voice = v.object({
  type: v.pipe(v.string(), v.maxLength(200)),
  duration: time,
  peaks: v.pipe(
    v.array(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1))),
    v.maxLength(1000),
  ),
  pieces: wholeNumber,
});

const voicePiece = v.object({ noteId: id, index: wholeNumber, bytes: v.instance(ArrayBuffer) });

const note = v.object({
  id,
  kind: v.picklist(['answer', 'mark', 'free', 'plan']),
  routeId: id,
  moduleId: id,
  anchor: v.object({
    audioHash: v.exactOptional(v.string()),
    time: v.exactOptional(time),
    sentence: v.exactOptional(v.string()),
    passage: v.exactOptional(v.string()),
    questionId: v.exactOptional(v.string()),
    questionVersion: v.exactOptional(v.string()),
  }),
  createdAt: timestamp,
  voice: v.exactOptional(voice),
  deletedAt: v.exactOptional(timestamp),
});

const draft = v.object({
  noteId: id,
  tabId: id,
  text: v.string(),
  fields: v.exactOptional(fields),
  parents: v.array(id),
  sequence: v.pipe(v.number(), v.finite()),
  updatedAt: timestamp,
});

const revision = v.object({
  id,
  noteId: id,
  parents: v.array(id),
  text: v.string(),
  fields: v.exactOptional(fields),
  createdAt: timestamp,
  origin: v.exactOptional(v.object({ tabId: id, sequence: v.number() })),
});

const setting = v.object({ key: id, value: v.unknown(), savedAt: v.exactOptional(timestamp) });

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const download = v.object({
  audioHash: sha256,
  moduleId: id,
  audio: v.object({
    url: v.string(),
    type: v.picklist(['audio/mpeg', 'audio/mp4', 'audio/ogg']),
    duration: time,
    size: bytes,
    hash: sha256,
    pieces: v.array(sha256),
    synthetic: v.boolean(),
  }),
  textUrls: v.array(v.string()),
  textSize: bytes,
  wish: v.picklist(['download', 'pause']),
  etag: v.exactOptional(v.string()),
  verifiedAt: v.exactOptional(timestamp),
});

const recording = v.object({
  audioHash: sha256,
  routeId: id,
  moduleId: id,
  fileName: v.string(),
  type: v.picklist([
    'audio/mpeg',
    'audio/mp4',
    'audio/ogg',
    'audio/aac',
    'audio/wav',
    'audio/flac',
    'audio/webm',
  ]),
  size: bytes,
  pieces: v.array(sha256),
  duration: time,
  chapters: v.array(v.object({ title: v.string(), startTime: time })),
  peaks: v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  isSeekExact: v.boolean(),
  transcript: v.exactOptional(
    v.object({
      fileName: v.string(),
      lines: v.array(v.object({ startTime: time, endTime: time, text: v.string() })),
    }),
  ),
  addedAt: timestamp,
  copiedAt: v.exactOptional(timestamp),
});

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

const SCHEMAS: { readonly [Store in CodedStore]: v.GenericSchema<unknown, StoredValues[Store]> } = {
  progress,
  journal,
  notes: note,
  drafts: draft,
  revisions: revision,
  voice: voicePiece,
  settings: setting,
  downloads: download,
  recordings: recording,
};

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

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function describe(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues.map((issue) => `${v.getDotPath(issue) ?? 'record'}: ${issue.message}`).join('; ');
}
