/** Joins what was written beside each other: the person has seen all versions and says how. */
import { joinVersions } from '../../model/join-versions.ts';
import { heads, type Revision } from '../../model/note.ts';
import type { Timestamp } from '../../model/units.ts';
import type { NoteBin } from '../../storage/note-bin.ts';
import type { NotebookState } from './notebook.ts';

/** `changed`: another version came in between, and nothing was joined. */
export type JoinOutcome = 'joined' | 'changed' | 'failed';

export interface JoinOptions {
  bin: Pick<NoteBin, 'join'>;
  notebook: NotebookState;
  noteId: string;
  /** One of the versions, or the words of all. */
  choice: Revision | 'all';
  now: () => Timestamp;
}

/** Makes one version of all; the others stay as earlier versions. */
export async function joinNoteVersions(options: JoinOptions): Promise<JoinOutcome> {
  const { bin, notebook, noteId, choice, now } = options;
  const shown = notebook.notes.peek().get(noteId);
  if (!shown) return 'failed';
  const open = notebook.writing.peek();
  const isOpen = open?.note.peek().id === noteId;
  try {
    // What stands in the field is a version too.
    if (isOpen) await open?.cut();
    const seen = heads(shown.revisions);
    const content = choice === 'all' ? joinVersions(shown.note.kind, seen) : choice;
    const ids = seen.map(({ id }) => id);
    const joined = await bin.join(noteId, ids, content, now());
    await notebook.changed([noteId]);
    const stored = notebook.notes.peek().get(noteId);
    if (joined && stored && isOpen) open?.goOnFrom(stored);
    return joined ? 'joined' : 'changed';
  } catch {
    return 'failed';
  }
}
