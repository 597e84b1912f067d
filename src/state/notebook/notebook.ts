/** Everything that was written so far, and what is being written now. */
import { computed, signal } from '@preact/signals-core';
import type { LearningModule, Question } from '../../model/learning-module.ts';
import { answerAnchor, type Note, type NoteWithText } from '../../model/note.ts';
import type { Timestamp } from '../../model/units.ts';
import { createModel } from '../create-model.ts';
import { answerKey, createKnownNotes, type KnownNotesDeps } from './known-notes.ts';
import type { NotePart, WritingState } from './writing.ts';

/** The question on the sheet. */
export interface OpenQuestion {
  routeId: string;
  module: LearningModule;
  question: Question;
}

export interface NotebookDeps extends KnownNotesDeps {
  /** Absent while prerendering; gives nothing while the code that writes is not there. */
  createWriting?: (note: Note, existing: NoteWithText | undefined) => WritingState | undefined;
  pause: () => boolean;
  play: () => void;
  createId: () => string;
  now: () => Timestamp;
}

export const NotebookModel = createModel((deps: NotebookDeps) => {
  const { tellElsewhere, ...known } = createKnownNotes(deps);
  const opened = signal<OpenQuestion | undefined>(undefined);
  const writing = signal<WritingState | undefined>(undefined);
  /** Also those that are written outside the sheet. */
  const underWay = signal<ReadonlySet<WritingState>>(new Set());
  let wasPlaying = false;

  /** Reads a note again, also into what is being written of it. */
  async function catchUp(noteId: string): Promise<void> {
    const stored = await known.refresh(noteId);
    if (!stored) return;
    for (const one of underWay.peek()) {
      if (one.note.peek().id === noteId) await one.takeIn(stored);
    }
  }

  /** Starts writing beside the sheet; to be ended with {@link end}. */
  function write(note: Note): WritingState | undefined {
    const started = deps.createWriting?.(note, known.notes.peek().get(note.id));
    if (started) underWay.value = new Set([...underWay.peek(), started]);
    return started;
  }

  /** @returns Whether the words are kept; otherwise it goes on trying, and stays open. */
  async function end(ended: WritingState): Promise<boolean> {
    try {
      await ended.cut();
    } catch {
      ended.setFailed();
      return false;
    }
    underWay.value = new Set([...underWay.peek()].filter((one) => one !== ended));
    ended.dispose();
    // What cannot be read back now is stored all the same.
    await known.refresh(ended.note.peek().id).catch(() => undefined);
    return true;
  }

  /** @returns Whether a sheet for it is open now. */
  function openSheet(note: Note): boolean {
    const started = write(note);
    // Without its code nothing typed could be kept: the sheet stays closed.
    if (deps.createWriting && !started) return false;
    wasPlaying = deps.pause();
    writing.value = started;
    return true;
  }

  /** @returns Whether the sheet closed; it stays open while the words cannot be kept. */
  async function close(): Promise<boolean> {
    const closing = writing.peek();
    if (!closing) {
      opened.value = undefined;
      return true;
    }
    if (!(await end(closing))) return false;
    if (writing.peek() !== closing) return true;
    opened.value = undefined;
    writing.value = undefined;
    return true;
  }

  return {
    ...known,
    /** The question on the sheet. */
    opened,
    /** What is written on the sheet, of a question or of a note without one. */
    writing,
    /** Whether any words are not on the device yet. */
    isUnsaved: computed(() =>
      [...underWay.value].some(({ saveState }) =>
        ['unsaved', 'failed', 'full', 'memory'].includes(saveState.value),
      ),
    ),
    /** Whether any words could not be kept, and were not taken out either. */
    isOnlyHere: computed(() => [...underWay.value].some(({ isOnlyHere }) => isOnlyHere.value)),
    write,
    end,
    /** Opens the sheet of a question; what plays pauses first. */
    open(routeId: string, module: LearningModule, question: Question): void {
      const existing = known.answers.peek().get(answerKey(routeId, module.id, question.id));
      const note: Note = existing?.note ?? {
        id: deps.createId(),
        kind: question.kind === 'plan' ? 'plan' : 'answer',
        routeId,
        moduleId: module.id,
        anchor: answerAnchor(module, question),
        createdAt: deps.now(),
      };
      if (openSheet(note)) opened.value = { routeId, module, question };
    },
    /** Opens the sheet of a note without a question: a mark, or one that is new. */
    openNote: (note: Note): void => void openSheet(note),
    /** The envelope of a note that was not written yet. */
    newNote: (place: Pick<Note, 'routeId' | 'moduleId' | 'anchor'>): Note => ({
      id: deps.createId(),
      kind: 'free',
      ...place,
      createdAt: deps.now(),
    }),
    /** What stands in a field of the sheet. */
    currentValue: (part: NotePart): string => writing.peek()?.currentValue(part) ?? '',
    input: (part: NotePart, value: string): void => writing.peek()?.input(part, value),
    rest: (): void => writing.peek()?.rest(),
    /** The page is put away. */
    putAway(): void {
      for (const one of underWay.peek()) one.putAway();
    },
    /** Another tab changed a note. */
    async takeIn(noteId: string): Promise<void> {
      await catchUp(noteId);
      tellElsewhere([noteId]);
    },
    /** Another tab stored versions of any note: those that are being written here take them in. */
    async takeInOpen(): Promise<void> {
      for (const one of underWay.peek()) await catchUp(one.note.peek().id);
      tellElsewhere('all');
    },
    /** Later: closes, and leaves the sound as it was before. */
    async close(): Promise<void> {
      const goOn = wasPlaying;
      if ((await close()) && goOn) deps.play();
    },
    /** Closes and goes on listening, inside the tap. */
    async closeAndPlay(): Promise<void> {
      deps.play();
      if (!(await close())) deps.pause();
    },
  };
});

export type NotebookState = InstanceType<typeof NotebookModel>;
