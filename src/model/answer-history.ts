/** Which of all the versions of a note are answers of their own, and which were only on the way to one. */
import type { NoteContent, Revision } from './note.ts';
import type { Milliseconds, Timestamp } from './units.ts';

/** An answer as it stood when the person went on to another one. */
export interface EarlierAnswer {
  /** Of the revision. */
  id: string;
  text: string;
  createdAt: Timestamp;
}

/** Who changes words within this time is still writing the same answer. */
const SAME_SITTING: Milliseconds = 60 * 60 * 1000;

/**
 * The answers before the words that stand there now, oldest first. A version that the next one goes on
 * from (typed on, or mostly kept within the hour) is no answer of its own.
 *
 * @param now - The words as they are now.
 */
export function earlierAnswers(
  revisions: readonly Revision[],
  now: Pick<NoteContent, 'text' | 'updatedAt'>,
): EarlierAnswer[] {
  const written = revisions
    .filter(({ text }) => text.trim() !== '')
    .toSorted((a, b) => a.createdAt - b.createdAt);
  const steps = [...written, { text: now.text, createdAt: now.updatedAt }];
  return written.filter((revision, index) => {
    if (revision.text === now.text) return false;
    const next = steps.slice(index + 1).find(({ text }) => text.trim() !== '');
    return next === undefined || !goesOn(revision, next);
  });
}

function goesOn(
  before: { text: string; createdAt: Timestamp },
  after: { text: string; createdAt: Timestamp },
): boolean {
  if (after.text.startsWith(before.text)) return true;
  const isOneSitting = after.createdAt - before.createdAt < SAME_SITTING;
  return isOneSitting && sharedStart(before.text, after.text) * 2 >= before.text.length;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
