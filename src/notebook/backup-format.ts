/**
 * What a backup file is: a zip with `backup.json` (every record, checked by a hash for each section),
 * the notes once more as Markdown to read, and the voice of spoken notes as sound files.
 */
import type { Bytes, Sha256 } from '../model/units.ts';
import type { CodedStore } from '../storage/codec.ts';

/** Raised when an older app could not read the file any more; every earlier format stays readable. */
export const BACKUP_FORMAT = 1;

/** The name by which a file is known as ours. */
export const BACKUP_APP = 'luisterroute';

/** The one entry that is read back, beside the voices that it names. */
export const BACKUP_ENTRY = 'backup.json';

/** Most that `backup.json` may be, unpacked. */
export const MAX_JSON_SIZE: Bytes = 50_000_000;

/** Most that one voice may be: five minutes of speech take about 5 MB. */
export const MAX_VOICE_SIZE: Bytes = 100_000_000;

/** Most that everything which is read may be together. */
export const MAX_TOTAL_SIZE: Bytes = 2_000_000_000;

/** Most files in one zip. */
export const MAX_ENTRIES = 50_000;

/** Most that an entry may grow by unpacking; JSON of real notes grows 3 to 30 times. */
export const MAX_RATIO = 300;

/** Deepest nesting in `backup.json`; our own reaches 7. */
export const MAX_DEPTH = 32;

/** The stores that travel as records; what has its bytes elsewhere stays with the device, and voices are files. */
export type TravellingStore = Exclude<CodedStore, 'downloads' | 'recordings' | 'voice'>;

/** How many records a section has, and the SHA-256 of its JSON without white space. */
export interface SectionSummary {
  count: number;
  sha256: Sha256;
}

/** The voice of one note: the file in the zip, and where its pieces begin and end. */
export interface VoiceEntry {
  noteId: string;
  file: string;
  size: Bytes;
  sha256: Sha256;
  /** In the order in which their bytes follow each other. */
  pieces: { index: number; size: Bytes }[];
}

/** A record that could not be read, as tagged JSON in a text (`tagged-json.ts`). */
export interface DamagedEntry {
  store: string;
  record: string;
}

/** The sections of a backup, by name. */
export type BackupSections = { [Store in TravellingStore]: unknown[] } & {
  voice: VoiceEntry[];
  damaged: DamagedEntry[];
};

export type SectionName = keyof BackupSections;

/** The content of `backup.json`. */
export interface BackupFile {
  app: typeof BACKUP_APP;
  format: number;
  /** The `schema` of its records. */
  schema: number;
  /** The build that made it. */
  version: string;
  /** ISO 8601. */
  createdAt: string;
  sections: Record<SectionName, SectionSummary>;
  data: BackupSections;
}

/**
 * Why a file is refused.
 *
 * - `not-zip`, `not-ours`: something else. `cut-short`: its end is missing.
 * - `newer`: made by a newer app. `damaged`: its bytes are not what was packed.
 * - `too-large`, `too-deep`: more than any notebook of ours. `unpacks-larger`: more than it says itself.
 * - `unsafe-key`: a name that could change the program. `bad-record`: not a record of ours.
 * - `duplicate`: two records of one id. `wrong-checksum`: changed after it was made.
 * - `empty`: nothing in it. `would-empty`: it would leave most notes without words.
 */
export type BackupProblem =
  | 'not-zip'
  | 'not-ours'
  | 'cut-short'
  | 'newer'
  | 'damaged'
  | 'too-large'
  | 'too-deep'
  | 'unpacks-larger'
  | 'unsafe-key'
  | 'bad-record'
  | 'duplicate'
  | 'wrong-checksum'
  | 'empty'
  | 'would-empty';

/** A backup that is refused; nothing was changed. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly code: BackupProblem;

  constructor(code: BackupProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
