/** The answers given so far, and the question that is open now. */
import { computed, createModel, signal } from '@preact/signals-core';
import type { LearningModule, Question } from '../../model/learning-module.ts';
import { answerAnchor, type Note, type NoteWithText } from '../../model/note.ts';
import type { Timestamp } from '../../model/units.ts';

/** The question on the sheet. */
export interface OpenQuestion {
  routeId: string;
  module: LearningModule;
  question: Question;
}

/** What is so about the text on the sheet. `memory`: this browser keeps nothing. */
export type SaveState = 'empty' | 'saved' | 'unsaved' | 'failed' | 'memory';

/** The parts of an answer; a plan has two, all others one. */
export type AnswerPart = 'text' | 'als' | 'dan';

/** Writes one answer, letter by letter; see `storage/draft-writer.ts`. */
export interface AnswerWriter {
  input(text: string, fields?: Record<string, string>): void;
  /** Makes an immutable revision of what stands there. @throws when it could not be written; it is tried again. */
  cut(): Promise<unknown>;
  flushTail(): void;
  dispose(): void;
}

export interface NotebookDeps {
  /** Absent while prerendering. */
  createWriter?: (
    note: Note,
    existing: NoteWithText | undefined,
    onState: (state: 'saved' | 'unsaved' | 'failed') => void,
  ) => AnswerWriter | undefined;
  /** Reads a note back as it is stored now. */
  load?: (noteId: string) => Promise<NoteWithText | undefined>;
  isKept: () => boolean;
  pause: () => boolean;
  play: () => void;
  createId: () => string;
  now: () => Timestamp;
  copy: (text: string) => Promise<void>;
}

/** The key of an answer: where its question stands. */
export function answerKey(routeId: string, moduleId: string, questionId: string): string {
  return `${routeId}/${moduleId}/${questionId}`;
}

export const NotebookModel = createModel((deps: NotebookDeps) => {
  const answers = signal<ReadonlyMap<string, NoteWithText>>(new Map());
  const opened = signal<OpenQuestion | undefined>(undefined);
  const writeState = signal<SaveState>('empty');
  const isCopied = signal(false);
  const setAside = signal(0);
  let writer: AnswerWriter | undefined;
  let wasPlaying = false;
  let noteId = '';
  let values: Record<AnswerPart, string> = { text: '', als: '', dan: '' };

  function open(routeId: string, module: LearningModule, question: Question): void {
    const existing = answers.peek().get(answerKey(routeId, module.id, question.id));
    const note: Note = existing?.note ?? {
      id: deps.createId(),
      kind: question.kind === 'plan' ? 'plan' : 'answer',
      routeId,
      moduleId: module.id,
      anchor: answerAnchor(module, question),
      createdAt: deps.now(),
    };
    values = {
      text: existing?.text ?? '',
      als: existing?.fields?.als ?? '',
      dan: existing?.fields?.dan ?? '',
    };
    noteId = note.id;
    isCopied.value = false;
    writeState.value = existing ? 'saved' : 'empty';
    writer = deps.createWriter?.(note, existing, (state) => {
      writeState.value = state;
    });
    // Without its code nothing typed could be kept: the sheet stays closed.
    if (deps.createWriter && !writer) return;
    wasPlaying = deps.pause();
    opened.value = { routeId, module, question };
  }

  /** @returns Whether the sheet closed; it stays open while the words cannot be kept. */
  async function close(): Promise<boolean> {
    const closing = opened.peek();
    const closed = writer;
    if (!closing || !closed) return true;
    try {
      await closed.cut();
    } catch {
      writeState.value = 'failed';
      return false;
    }
    if (writer !== closed) return true;
    closed.dispose();
    writer = undefined;
    opened.value = undefined;
    const stored = await deps.load?.(noteId);
    if (!stored) return true;
    const key = answerKey(closing.routeId, closing.module.id, closing.question.id);
    answers.value = new Map(answers.peek()).set(key, stored);
    return true;
  }

  return {
    answers,
    opened,
    isCopied,
    /** Stored notes that could not be read; kept apart, never deleted. */
    setAside,
    saveState: computed<SaveState>(() =>
      writeState.value !== 'empty' && !deps.isKept() ? 'memory' : writeState.value,
    ),
    fill(stored: readonly NoteWithText[], unreadable: number): void {
      const found = new Map<string, NoteWithText>();
      for (const entry of stored) {
        const { routeId, moduleId, anchor, voice } = entry.note;
        // A spoken answer stands beside the written one.
        if (anchor.questionId !== undefined && !voice)
          found.set(answerKey(routeId, moduleId, anchor.questionId), entry);
      }
      answers.value = found;
      setAside.value = unreadable;
    },
    /** Opens the sheet; what plays pauses first. */
    open,
    currentValue: (part: AnswerPart): string => values[part],
    /** Every input event comes here at once. */
    input(part: AnswerPart, value: string): void {
      values = { ...values, [part]: value };
      if (opened.peek()?.question.kind === 'plan') {
        writer?.input(planText(values), { als: values.als, dan: values.dan });
      } else {
        writer?.input(values.text);
      }
    },
    /** The person leaves the field or rests: what stands there becomes a revision. */
    rest(): void {
      // A failure shows in the state of the writer, which goes on trying.
      writer?.cut().catch(() => undefined);
    },
    /** The page is put away: what is still on its way goes to the synchronous net too. */
    putAway(): void {
      writer?.flushTail();
      writer?.cut().catch(() => undefined);
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
    async copyText(): Promise<void> {
      const isPlan = opened.peek()?.question.kind === 'plan';
      await deps.copy(isPlan ? planText(values) : values.text);
      isCopied.value = true;
    },
  };
});

export type NotebookState = InstanceType<typeof NotebookModel>;

function planText(values: Record<AnswerPart, string>): string {
  const als = values.als === '' ? [] : [`Als ${values.als}`];
  const dan = values.dan === '' ? [] : [`dan ${values.dan}`];
  return [...als, ...dan].join('\n');
}
