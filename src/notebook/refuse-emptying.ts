/** Keeps a faulty file from clearing the notebook. */
import { currentContent, groupByNote, isEmptyContent } from '../model/note.ts';
import { BackupError } from './backup-format.ts';
import type { Tables } from './merge-tables.ts';

/** So few a person clears on another device; of a small notebook they can be all. */
const CLEARED_BY_HAND = 2;

/**
 * A person clears an answer now and then, and its words stay as an earlier version. Many at once, and most
 * of all, left without words are the fault of a file.
 *
 * @throws BackupError `would-empty`
 */
export function refuseEmptying(before: ReadonlySet<string>, after: ReadonlySet<string>): void {
  const emptied = [...before].filter((id) => !after.has(id)).length;
  if (emptied <= CLEARED_BY_HAND || emptied * 2 <= before.size) return;
  throw new BackupError('would-empty', `${emptied} of ${before.size} notes would have no words`);
}

/** The ids of the notes in which something stands. */
export function notesWithWords(stored: Tables): Set<string> {
  const revisions = groupByNote(stored.revisions.values());
  const drafts = groupByNote(stored.drafts.values());
  const hasWords = (id: string) => {
    const content = currentContent(revisions.get(id) ?? [], drafts.get(id) ?? []);
    return content !== undefined && !isEmptyContent(content);
  };
  return new Set([...revisions.keys(), ...drafts.keys()].filter(hasWords));
}
