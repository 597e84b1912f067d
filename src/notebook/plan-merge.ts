/**
 * Works out what a backup adds to what is stored, without changing anything. The same plan is shown to
 * the person first and carried out later, each made from what is stored at that moment.
 */
import { byTime, JOURNAL_LENGTH, type JournalEntry } from '../model/journal.ts';
import {
  currentContent,
  type Draft,
  isEmptyContent,
  type Note,
  type Revision,
} from '../model/note.ts';
import { CODED_STORES, decode, type StoredValues } from '../storage/codec.ts';
import { keyOf, type RecordKey, type RecordTransaction, STORES } from '../storage/record-store.ts';
import { BackupError, type TravellingStore } from './backup-format.ts';
import { crc32 } from './crc32.ts';
import { joinDrafts, joinJournal, joinNotes, joinProgress, joinSettings } from './join-values.ts';
import { groupByNote, isSame, keyName, readTables, type Tables } from './merge-tables.ts';
import type { Backup, BackupValues, DamagedRecord } from './read-backup.ts';
import { readDamaged, TRAVELLING_STORES } from './read-notebook.ts';
import { isPortable, stableJson } from './strict-json.ts';
import { writeTagged } from './tagged-json.ts';

/**
 * How many come in, are there already as they are, and are there in another form (both are kept). A note that
 * was deleted here and comes back is one that comes in.
 */
export interface Counts {
  added: number;
  same: number;
  differs: number;
}

/** What the person is told of all but the voices. A note counts once, with all its versions. */
export interface PlanSummary {
  notes: Counts;
  progress: Counts;
  settings: Counts;
  journal: Counts;
  damaged: Counts;
}

/** What is to be written and removed, and what to say of it. */
export interface MergePlan {
  puts: { store: TravellingStore; value: StoredValues[TravellingStore] }[];
  removes: { store: 'drafts' | 'journal'; key: RecordKey }[];
  damaged: DamagedRecord[];
  summary: PlanSummary;
}

/** @throws BackupError `would-empty` when most notes with words would be left without. */
export async function planMerge(tx: RecordTransaction, backup: Backup): Promise<MergePlan> {
  const stored = await readTables(tx);
  const { values, damaged } = rescue(backup);
  const plan = startPlan();
  const touched = new Set<string>();
  const worded = notesWithWords(stored);
  mergeRevisions(stored, values, plan, touched);
  mergeDrafts(stored, values, plan, touched);
  mergeNotes(stored, values, plan, touched);
  refuseEmptying(worded, notesWithWords(stored));
  mergeAll('progress', joinProgress, stored, values, plan, plan.summary.progress);
  mergeSettings(stored, values, plan);
  mergeAll('journal', joinJournal, stored, values, plan, plan.summary.journal);
  trimJournal(stored, plan);
  await mergeDamaged(tx, damaged, plan);
  return plan;
}

/** What was unreadable where the backup was made can be readable here: this may be a newer app. */
function rescue(backup: Backup): { values: BackupValues; damaged: DamagedRecord[] } {
  const values = { ...backup.values };
  const damaged = backup.damaged.filter(({ store, record }) => {
    const name = TRAVELLING_STORES.find((candidate) => candidate === store);
    const decoded = name && decode(name, record);
    if (!name || !decoded?.ok || !isPortable(record)) return true;
    const isThere = values[name].some(
      (value) => keyName(name, value) === keyName(name, decoded.value),
    );
    if (isThere) return true;
    Object.assign(values, { [name]: [...values[name], decoded.value] });
    return false;
  });
  return { values, damaged };
}

function startPlan(): MergePlan {
  const none = (): Counts => ({ added: 0, same: 0, differs: 0 });
  return {
    puts: [],
    removes: [],
    damaged: [],
    summary: {
      notes: none(),
      progress: none(),
      settings: none(),
      journal: none(),
      damaged: none(),
    },
  };
}

/** Joins record by record; `stored` shows the outcome afterwards. */
function mergeAll<Store extends TravellingStore>(
  store: Store,
  join: (a: StoredValues[Store], b: StoredValues[Store]) => StoredValues[Store],
  stored: Tables,
  values: BackupValues,
  plan: MergePlan,
  counts: Counts,
  onChanged: (value: StoredValues[Store]) => void = () => undefined,
  saysTheSame: (a: StoredValues[Store], b: StoredValues[Store]) => boolean = isSame,
): void {
  const table: Map<string, StoredValues[Store]> = stored[store];
  for (const incoming of values[store] as StoredValues[Store][]) {
    const key = keyName(store, incoming);
    const present = table.get(key);
    const joined = present === undefined ? incoming : join(present, incoming);
    if (present === undefined) counts.added += 1;
    else if (saysTheSame(present, incoming)) counts.same += 1;
    else counts.differs += 1;
    if (present !== undefined && isSame(present, joined)) continue;
    table.set(key, joined);
    plan.puts.push({ store, value: joined });
    onChanged(joined);
  }
}

/**
 * A version is never changed: another text under the same id comes in beside it, under an id that its own
 * words give, so that it is the same one whatever came in before.
 */
function mergeRevisions(
  stored: Tables,
  values: BackupValues,
  plan: MergePlan,
  touched: Set<string>,
): void {
  for (const incoming of values.revisions) {
    let version = incoming;
    for (let copy = 1; ; copy += 1) {
      const present = stored.revisions.get(keyName('revisions', version));
      if (present === undefined) {
        stored.revisions.set(keyName('revisions', version), version);
        plan.puts.push({ store: 'revisions', value: version });
        touched.add(version.noteId);
        break;
      }
      if (isSame(present, version)) break;
      const name = `${incoming.id}~${nameOfWords(incoming)}`;
      version = { ...incoming, id: copy === 1 ? name : `${name}~${copy}` };
    }
  }
}

/** The same for the same version on every device. */
function nameOfWords(version: Revision): string {
  return crc32(new TextEncoder().encode(stableJson(version))).toString(16);
}

/** A draft of which a version was made later on has done its work, on whichever side. */
function mergeDrafts(
  stored: Tables,
  values: BackupValues,
  plan: MergePlan,
  touched: Set<string>,
): void {
  const cut = new Map<string, number>();
  for (const { noteId, origin } of stored.revisions.values()) {
    if (!origin) continue;
    const name = JSON.stringify([noteId, origin.tabId]);
    cut.set(name, Math.max(cut.get(name) ?? 0, origin.sequence));
  }
  const isCut = (draft: Draft) => {
    const sequence = cut.get(JSON.stringify([draft.noteId, draft.tabId]));
    return sequence !== undefined && sequence >= draft.sequence;
  };
  const open = { ...values, drafts: values.drafts.filter((draft) => !isCut(draft)) };
  const counts = { added: 0, same: 0, differs: 0 };
  mergeAll('drafts', joinDrafts, stored, open, plan, counts, ({ noteId }) => touched.add(noteId));
  for (const [name, draft] of stored.drafts) {
    if (!isCut(draft)) continue;
    stored.drafts.delete(name);
    plan.removes.push({ store: 'drafts', key: [draft.noteId, draft.tabId] });
  }
}

function mergeNotes(
  stored: Tables,
  values: BackupValues,
  plan: MergePlan,
  touched: ReadonlySet<string>,
): void {
  const before = new Map(stored.notes);
  mergeAll('notes', joinNotes, stored, values, plan, { added: 0, same: 0, differs: 0 });
  for (const { id } of values.notes) {
    const name = keyName('notes', { id });
    plan.summary.notes[outcomeOf(before.get(name), stored.notes.get(name), touched)] += 1;
  }
}

/** As the person sees it: what was deleted here and stands in the list again is new there. */
function outcomeOf(
  before: Note | undefined,
  after: Note | undefined,
  touched: ReadonlySet<string>,
): keyof Counts {
  if (!before) return 'added';
  if (before.deletedAt !== undefined && after?.deletedAt === undefined) return 'added';
  const isTouched =
    touched.has(before.id) || !isSame(withoutDeletion(before), withoutDeletion(after));
  return isTouched ? 'differs' : 'same';
}

/** Deleted at another moment is deleted all the same. */
function withoutDeletion(note: Note | undefined): object {
  return { ...note, deletedAt: undefined };
}

/**
 * A person clears an answer now and then, and its words stay as an earlier version. Most notes at once left
 * without words are the fault of a file.
 */
function refuseEmptying(before: ReadonlySet<string>, after: ReadonlySet<string>): void {
  const emptied = [...before].filter((id) => !after.has(id)).length;
  if (emptied * 2 <= before.size) return;
  throw new BackupError('would-empty', `${emptied} of ${before.size} notes would have no words`);
}

function notesWithWords(stored: Tables): Set<string> {
  const revisions = groupByNote(stored.revisions.values());
  const drafts = groupByNote(stored.drafts.values());
  const hasWords = (id: string) => {
    const content = currentContent(revisions.get(id) ?? [], drafts.get(id) ?? []);
    return content !== undefined && !isEmptyContent(content);
  };
  return new Set([...revisions.keys(), ...drafts.keys()].filter(hasWords));
}

/** The same choice made at another moment is no difference to a person. */
function mergeSettings(stored: Tables, values: BackupValues, plan: MergePlan): void {
  const { settings } = plan.summary;
  const ignore = () => undefined;
  mergeAll('settings', joinSettings, stored, values, plan, settings, ignore, (a, b) =>
    isSame(a.value, b.value),
  );
}

/** The trail keeps its length; see `storage/journal-store.ts`. */
function trimJournal(stored: Tables, plan: MergePlan): void {
  const order = (a: JournalEntry, b: JournalEntry) => (a.id < b.id ? -1 : 1);
  const entries = byTime([...stored.journal.values()].sort(order));
  for (const { id } of entries.slice(0, -JOURNAL_LENGTH)) {
    plan.removes.push({ store: 'journal', key: id });
  }
}

async function mergeDamaged(
  tx: RecordTransaction,
  damaged: readonly DamagedRecord[],
  plan: MergePlan,
): Promise<void> {
  const name = (store: string, record: string) => `${store} ${record}`;
  const present = new Set((await readDamaged(tx)).map((entry) => name(entry.store, entry.record)));
  for (const entry of damaged) {
    const key = name(entry.store, writeTagged(entry.record));
    if (present.has(key) || (await isDamagedPiece(tx, entry))) plan.summary.damaged.same += 1;
    else {
      present.add(key);
      plan.summary.damaged.added += 1;
      plan.damaged.push(entry);
    }
  }
}

/** Whether this is a piece of a voice that stands here just as unreadable: {@link readDamaged} reads no voices. */
async function isDamagedPiece(
  tx: RecordTransaction,
  { store, record }: DamagedRecord,
): Promise<boolean> {
  if (store !== 'voice' || typeof record !== 'object' || record === null) return false;
  const [noteId, index] = keyOf(record, STORES.voice.keyPath) as unknown[];
  if (typeof noteId !== 'string' || typeof index !== 'number') return false;
  const present = await tx.get('voice', [noteId, index]);
  return present !== undefined && writeTagged(present) === writeTagged(record);
}

/** What a transaction that runs {@link planMerge} must be able to read. */
export const PLAN_STORES = [...CODED_STORES, 'damaged'] as const;
