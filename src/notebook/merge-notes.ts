/** How the notes of a backup come in: versions and drafts beside those that are there, and then their envelopes. */
import { type Draft, groupByNote, isCut, type Note, type Revision } from '../model/note.ts';
import { strayNotes } from '../model/stray-words.ts';
import { crc32 } from './crc32.ts';
import { joinDrafts, joinNotes } from './join-values.ts';
import { type Counts, type MergePlan, mergeAll } from './merge-plan.ts';
import { isSame, keyName, type Tables } from './merge-tables.ts';
import type { BackupValues } from './read-backup.ts';
import { stableJson } from './strict-json.ts';

/**
 * Plans what comes in of notes; `stored` shows the outcome afterwards.
 *
 * @param keys - Of all envelopes that are stored, also of those that cannot be read: these keep their place.
 */
export function mergeNotes(
  stored: Tables,
  backup: BackupValues,
  keys: ReadonlySet<unknown>,
  plan: MergePlan,
): void {
  const touched = new Set<string>();
  const values = withEnvelopes(stored, backup, keys);
  mergeRevisions(stored, values, plan, touched);
  mergeDrafts(stored, values, plan, touched);
  mergeEnvelopes(stored, values, plan, touched);
}

/** Words in the backup that have no envelope there would not be seen. */
function withEnvelopes(
  stored: Tables,
  values: BackupValues,
  keys: ReadonlySet<unknown>,
): BackupValues {
  const named = new Set(values.notes.map(({ id }) => id));
  const isUnreadable = (id: string) => keys.has(id) && !stored.notes.has(keyName('notes', { id }));
  const strays = strayNotes(
    values.revisions,
    values.drafts,
    (id) => named.has(id) || isUnreadable(id),
  );
  return { ...values, notes: [...values.notes, ...strays] };
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
  const versions = groupByNote(stored.revisions.values());
  const isKept = (draft: Draft) => isCut(versions.get(draft.noteId) ?? [], draft);
  const open = { ...values, drafts: values.drafts.filter((draft) => !isKept(draft)) };
  const counts = { added: 0, same: 0, differs: 0 };
  mergeAll('drafts', joinDrafts, stored, open, plan, counts, ({ noteId }) => touched.add(noteId));
  for (const [name, draft] of stored.drafts) {
    if (!isKept(draft)) continue;
    stored.drafts.delete(name);
    plan.removes.push({ store: 'drafts', key: [draft.noteId, draft.tabId] });
  }
}

function mergeEnvelopes(
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
  return { ...note, deletedAt: undefined, deletedWith: undefined };
}
