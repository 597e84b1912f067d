/** One note while it is being written: what stands in its fields, and what is so about keeping it. */
import { computed, signal } from '@preact/signals-core';
import {
  heads,
  type Note,
  type NoteFields,
  type NoteWithText,
  type Revision,
} from '../../model/note.ts';
import { dayOf } from '../../model/plain-date.ts';
import {
  emptyPlan,
  type Plan,
  planFields,
  planText,
  readPlan,
  reviseFrom,
} from '../../model/plan.ts';
import type { Milliseconds, Timestamp } from '../../model/units.ts';
import { createModel } from '../create-model.ts';
import { createTakingWords } from './taking-words.ts';

/** What is so about the words in the field. `memory`: this browser keeps nothing; `full`: there is no room. */
export type SaveState = 'empty' | 'saved' | 'unsaved' | 'failed' | 'full' | 'memory';

/** Whether the words stand nowhere but in the field, and nothing may be said of words that are kept. */
export function isRefused(state: SaveState): boolean {
  return state === 'failed' || state === 'full' || state === 'memory';
}

/** The parts of a note that are written in; a plan has three, all others one. */
export type NotePart = 'text' | 'als' | 'dan' | 'obstacle';

/** Writes one note, letter by letter; see `storage/draft-writer.ts`. */
export interface NoteWriter {
  input(text: string, fields?: NoteFields): void;
  /** Makes an immutable revision of what stands there. @throws when it could not be written; it is tried again. */
  cut(): Promise<Revision | undefined>;
  flushTail(): void;
  dispose(): void;
}

export interface WritingDeps {
  note: Note;
  existing: NoteWithText | undefined;
  createWriter: (
    existing: NoteWithText | undefined,
    onState: (state: 'saved' | 'unsaved' | 'failed' | 'full') => void,
  ) => NoteWriter;
  isKept: () => boolean;
  copy: (text: string) => Promise<void>;
  saveFile: (text: string) => Promise<void>;
  now: () => Timestamp;
  /** Told when a version was made. */
  onRevision: (noteId: string) => void;
}

/** How long nothing is typed before what stands there becomes a version. */
export const REST_AFTER: Milliseconds = 30_000;

export const WritingModel = createModel((deps: WritingDeps) => {
  const { note, now } = deps;
  const noteSignal = signal(note);
  const isPlan = note.kind === 'plan';
  const writeState = signal<SaveState>('empty');
  const saveState = computed<SaveState>(() =>
    writeState.value !== 'empty' && !deps.isKept() ? 'memory' : writeState.value,
  );
  /** Raised when the fields must show other words than those typed in them. */
  const turn = signal(0);
  const text = signal('');
  const plan = signal<Plan>(emptyPlan(dayOf(now())));
  const taking = createTakingWords({
    words: () => (isPlan ? planText(plan.peek()) : text.peek()),
    subject: () => note.anchor.sentence,
    copy: deps.copy,
    saveFile: deps.saveFile,
  });
  /** Whether what stands there goes on from an answer of before. */
  const isAnswered = signal(false);
  let writer: NoteWriter;
  /** Ids of modules whose download gave way to these words. */
  const gaveWay = signal<readonly string[]>([]);
  /** Whether something was typed that no version holds yet. */
  let isOpen = false;
  let restTimer: ReturnType<typeof setTimeout> | undefined;

  function begin(existing: NoteWithText | undefined): void {
    text.value = existing?.text ?? '';
    plan.value = existing?.fields ? readPlan(existing.fields) : emptyPlan(dayOf(now()));
    isAnswered.value = existing !== undefined && existing.text.trim() !== '';
    writeState.value = existing && existing.text !== '' ? 'saved' : 'empty';
    taking.forget();
    setClosed();
    writer = deps.createWriter(existing, (state) => {
      writeState.value = state;
    });
  }

  /** Something is typed: a version is made of it after a rest. */
  function setOpen(): void {
    isOpen = true;
    clearTimeout(restTimer);
    restTimer = setTimeout(rest, REST_AFTER);
  }

  function setClosed(): void {
    isOpen = false;
    clearTimeout(restTimer);
  }

  function write(): void {
    setOpen();
    taking.forget();
    if (isPlan) writer.input(planText(plan.peek()), planFields(plan.peek()));
    else writer.input(text.peek());
  }

  async function cut(): Promise<void> {
    setClosed();
    try {
      const revision = await writer.cut();
      if (revision) deps.onRevision(note.id);
    } catch (error) {
      setOpen();
      throw error;
    }
  }

  function rest(): void {
    void cut().catch(() => undefined);
  }

  function currentValue(part: NotePart): string {
    return part === 'text' ? (isPlan ? '' : text.peek()) : plan.peek()[part];
  }

  begin(deps.existing);

  return {
    note: noteSignal,
    turn: computed(() => turn.value),
    text: computed(() => text.value),
    plan: computed(() => plan.value),
    /** Absent when nothing was copied or saved as a file since the last letter. */
    takeResult: computed(() => taking.result.value),
    gaveWay: computed(() => gaveWay.value),
    saveState,
    /** Whether the words could not be kept, and were not taken out either. */
    isOnlyHere: computed(
      () =>
        isRefused(saveState.value) &&
        taking.result.value !== 'copied' &&
        taking.result.value !== 'saved',
    ),
    currentValue,
    /** Whether nothing stands in the fields. */
    isBlank: (): boolean =>
      (['text', 'als', 'dan', 'obstacle'] as const).every((part) => currentValue(part) === ''),
    /** Every input event comes here at once. */
    input(part: NotePart, value: string): void {
      if (part === 'text') text.value = value;
      else {
        // Other words are not read back yet.
        const { readBackOn: _, ...rest } = plan.peek();
        plan.value = { ...rest, [part]: value };
      }
      write();
    },
    /** What else a plan says: its return, that it was read back, what came of it. */
    setPlan(change: (plan: Plan) => Plan): void {
      plan.value = change(plan.peek());
      write();
    },
    /**
     * Whether there is an answer to begin anew beside: not one that is being written for the first time. A
     * plan is written on until somebody looked back on it.
     */
    canStartAnew: computed(() =>
      isPlan ? plan.value.lookBacks.length > 0 : isAnswered.value && text.value.trim() !== '',
    ),
    /** Room for a new answer, or another plan from the old words; what was written stays until something is typed. */
    async startAnew(): Promise<void> {
      await cut();
      text.value = '';
      isAnswered.value = false;
      plan.value = reviseFrom(plan.peek(), dayOf(now()));
      writeState.value = 'empty';
      turn.value += 1;
    },
    /** The person leaves the field or rests: what stands there becomes a version. @throws when it cannot. */
    cut,
    /** The same, for when nobody waits for it: a failure shows in {@link saveState}, and is tried again. */
    rest,
    /** Another tab stored something: what is typed here is never touched, but made a version beside it. */
    async takeIn(stored: NoteWithText): Promise<void> {
      if (isOpen) return cut();
      if (heads(stored.revisions).length !== 1) return;
      const shown = isPlan ? planText(plan.peek()) : text.peek();
      if (stored.text === shown) return;
      writer.dispose();
      begin(stored);
      turn.value += 1;
    },
    /** Goes on from these words: the person chose them among versions. */
    goOnFrom(stored: NoteWithText): void {
      writer.dispose();
      begin(stored);
      turn.value += 1;
    },
    /** The page is put away: what is still on its way goes to the synchronous net too. */
    putAway(): void {
      writer.flushTail();
      rest();
    },
    dispose(): void {
      setClosed();
      writer.dispose();
    },
    /** The device was full, and this download was removed so that the words fit. */
    setGaveWay(moduleId: string): void {
      gaveWay.value = [...gaveWay.peek(), moduleId];
    },
    /** The words could not be kept. */
    setFailed(): void {
      if (writeState.peek() !== 'full') writeState.value = 'failed';
    },
    copyText: taking.copy,
    /** Gives the words as a file. */
    saveText: taking.save,
  };
});

export type WritingState = InstanceType<typeof WritingModel>;
