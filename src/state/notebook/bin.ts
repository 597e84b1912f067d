/** Deleting notes, one or many, and taking them back within 30 days. */
import { computed, signal } from '@preact/signals-core';
import type { NoteWithText } from '../../model/note.ts';
import type { Milliseconds, Timestamp } from '../../model/units.ts';
import type { NoteBin } from '../../storage/note-bin.ts';
import { createModel } from '../create-model.ts';
import type { NotebookState } from './notebook.ts';

export interface BinDeps {
  bin: Pick<NoteBin, 'remove' | 'putBack' | 'list'>;
  notebook: Pick<NotebookState, 'changed' | 'notes' | 'watch' | 'watchElsewhere'>;
  now: () => Timestamp;
}

/** A second tap so soon is on what slid to where the first one was, and not meant for it. */
const SLIP_TIME: Milliseconds = 500;

/** What became of the latest wish. */
export type BinOutcome =
  | { kind: 'removed' | 'put-back'; noteIds: readonly string[] }
  | { kind: 'failed' };

export const BinModel = createModel(({ bin, notebook, now }: BinDeps) => {
  const deleted = signal<readonly NoteWithText[]>([]);
  const selected = signal<ReadonlySet<string> | undefined>(undefined);
  const outcome = signal<BinOutcome | undefined>(undefined);

  /** Whether somebody looks at the list. */
  let isLoaded = false;

  const isGone = (id: string) => !notebook.notes.value.has(id);

  function stillSo(said: BinOutcome | undefined): BinOutcome | undefined {
    if (said === undefined || said.kind === 'failed') return said;
    const noteIds = said.noteIds.filter((id) => isGone(id) === (said.kind === 'removed'));
    return noteIds.length === 0 ? undefined : { ...said, noteIds };
  }

  async function load(): Promise<void> {
    isLoaded = true;
    try {
      deleted.value = await bin.list();
    } catch {
      // What cannot be read now is still stored; the storage has told why.
    }
  }

  /** The latest wish, and since when what it was about stands there no more. */
  let last:
    | { kind: 'removed' | 'put-back'; noteIds: readonly string[]; at?: Timestamp }
    | undefined;

  function isSlip(kind: 'removed' | 'put-back', noteIds: readonly string[]): boolean {
    if (last?.kind !== kind || noteIds.some((id) => last?.noteIds.includes(id))) return false;
    if (last.at === undefined) return true;
    const passed = now() - last.at;
    return passed >= 0 && passed < SLIP_TIME;
  }

  async function change(
    noteIds: readonly string[],
    work: () => Promise<void>,
    kind: 'removed' | 'put-back',
  ): Promise<void> {
    if (noteIds.length === 0) return;
    if (isSlip(kind, noteIds)) {
      // A key that is held down goes on slipping.
      if (last?.at !== undefined) last.at = now();
      return;
    }
    const own: typeof last = { kind, noteIds };
    last = own;
    try {
      await work();
      outcome.value = { kind, noteIds };
      await notebook.changed(noteIds);
      await load();
    } catch {
      outcome.value = { kind: 'failed' };
    } finally {
      own.at = now();
    }
  }

  notebook.watchElsewhere((noteIds) => {
    const isHere = (id: string) => notebook.notes.peek().has(id);
    const wasDeleted = (id: string) => deleted.peek().some(({ note }) => note.id === id);
    // Words that were written there are no reason to read the whole list.
    const isMoved = noteIds === 'all' || noteIds.some((id) => !isHere(id) || wasDeleted(id));
    if (isLoaded && isMoved) void load();
  });
  notebook.watch((noteIds) => {
    if (isLoaded && noteIds === 'all') void load();
  });

  return {
    /** What can still be had back, the latest first; complete once {@link load} was called. */
    deleted: computed(() => deleted.value.filter(({ note }) => isGone(note.id))),
    /** While the person chooses notes: the chosen ones. */
    selected: computed(() => selected.value),
    /** Only as far as it is still so: a restore or another tab can have undone it. */
    outcome: computed(() => stillSo(outcome.value)),
    load,
    remove: (noteIds: readonly string[]): Promise<void> =>
      change(noteIds, () => bin.remove(noteIds, now()), 'removed'),
    putBack: (noteIds: readonly string[]): Promise<void> =>
      change(noteIds, () => bin.putBack(noteIds), 'put-back'),
    startSelecting(): void {
      selected.value = new Set();
      outcome.value = undefined;
    },
    toggle(noteId: string): void {
      const chosen = new Set(selected.peek());
      if (!chosen.delete(noteId)) chosen.add(noteId);
      selected.value = chosen;
    },
    stopSelecting(): void {
      selected.value = undefined;
    },
    forgetOutcome(): void {
      outcome.value = undefined;
    },
  };
});

export type BinState = InstanceType<typeof BinModel>;
