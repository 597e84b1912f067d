/** What a record of each store must look like, field by field; the same for what is stored and what a backup brings. */
import * as v from 'valibot';
import { JOURNAL_KINDS } from '../model/journal.ts';

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
  deletedWith: v.exactOptional(v.array(v.string())),
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

/** By the name of the store. */
export const RECORD_SCHEMAS = {
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
