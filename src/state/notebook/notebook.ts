/** Everything that was written so far, and what is being written now. */
import { computed, signal } from '@preact/signals-core';
import type { LearningModule, Question } from '../../model/learning-module.ts';
import { answerAnchor, type Note, type NoteWithText } from '../../model/note.ts';
import type { Timestamp } from '../../model/units.ts';
import { createModel } from '../create-model.ts';
import type { NotePart, WritingState } from './writing.ts';

/** The question on the sheet. */
export interface OpenQuestion {
  routeId: string;
  module: LearningModule;
  question: Question;
}

export interface NotebookDeps {
  /** Absent while prerendering; gives nothing while the code that writes is not there. */
  createWriting?: (note: Note, existing: NoteWithText | undefined) => WritingState | undefined;
  /** Reads a note back as it is stored now; nothing for one that was deleted. */
  load?: (noteId: string) => Promise<NoteWithText | undefined>;
  /** Asks for a new {@link NotebookModel} `fill`, after one that failed. */
  readAgain?: () => void;
  pause: () => boolean;
  play: () => void;
  createId: () => string;
  now: () => Timestamp;
}

/** The key of an answer: where its question stands. */
export function answerKey(routeId: string, moduleId: string, questionId: string): string {
  return `${routeId}/${moduleId}/${questionId}`;
}

/** How far what is stored has been read. */
export type NotebookReading = 'reading' | 'read' | 'failed';

/** Ids of notes; `all` after a backup was brought back, when places and settings can be other ones too. */
export type ChangedNotes = readonly string[] | 'all';

export const NotebookModel = createModel((deps: NotebookDeps) => {
  const notes = signal<ReadonlyMap<string, NoteWithText>>(new Map());
  const opened = signal<OpenQuestion | undefined>(undefined);
  const writing = signal<WritingState | undefined>(undefined);
  const setAside = signal(0);
  const reading = signal<NotebookReading>('reading');
  /** Also those that are written outside the sheet. */
  const underWay = signal<ReadonlySet<WritingState>>(new Set());
  const watchers = new Set<(noteIds: ChangedNotes) => void>();
  const watchersElsewhere = new Set<(noteIds: ChangedNotes) => void>();
  /** What changed since the reading of all notes began: that is newer than what was read. */
  let changedSince = new Set<string>();
  let wasPlaying = false;

  const answers = computed(() => latestAnswers(notes.value, false));
  const spokenAnswers = computed(() => latestAnswers(notes.value, true));
  const answered = computed<ReadonlySet<string>>(() => {
    const written = [...answers.value].filter(([, { text }]) => text !== '');
    return new Set([...written.map(([key]) => key), ...spokenAnswers.value.keys()]);
  });

  function put(entry: NoteWithText): void {
    changedSince.add(entry.note.id);
    notes.value = new Map(notes.peek()).set(entry.note.id, entry);
  }

  function forget(noteIds: readonly string[]): void {
    for (const id of noteIds) changedSince.add(id);
    notes.value = new Map([...notes.peek()].filter(([id]) => !noteIds.includes(id)));
  }

  /** Reads a note again, because it was changed here or elsewhere. */
  async function refresh(noteId: string): Promise<NoteWithText | undefined> {
    const stored = await deps.load?.(noteId);
    if (stored) put(stored);
    else forget([noteId]);
    return stored;
  }

  async function takeIn(noteId: string): Promise<void> {
    const stored = await refresh(noteId);
    if (!stored) return;
    for (const one of underWay.peek()) {
      if (one.note.peek().id === noteId) await one.takeIn(stored);
    }
  }

  function tellElsewhere(noteIds: ChangedNotes): void {
    for (const watcher of watchersElsewhere) watcher(noteIds);
  }

  /** Tells who watches that notes were changed in this tab. */
  function announce(noteIds: ChangedNotes): void {
    for (const watcher of watchers) watcher(noteIds);
  }

  /** Starts writing beside the sheet; to be ended with {@link end}. */
  function write(note: Note): WritingState | undefined {
    const started = deps.createWriting?.(note, notes.peek().get(note.id));
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
    await refresh(ended.note.peek().id).catch(() => undefined);
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
    /** By id, oldest first; without the deleted ones. */
    notes,
    /** The latest written answer to each question, by {@link answerKey}. */
    answers,
    /** The latest spoken one: it stands beside the written one. */
    spokenAnswers,
    /** The keys of questions that somebody wrote or spoke about. */
    answered,
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
    /** Stored notes that could not be read; kept apart, never deleted. */
    setAside,
    /** All notes are going to be read, which takes a while; {@link fill} follows. */
    beginFill(): void {
      changedSince = new Set();
    },
    fill(stored: readonly NoteWithText[], unreadable: number): void {
      const filled = new Map(stored.map((entry) => [entry.note.id, entry]));
      for (const id of changedSince) {
        const entry = notes.peek().get(id);
        if (entry) filled.set(id, entry);
        else filled.delete(id);
      }
      notes.value = filled;
      setAside.value = unreadable;
      reading.value = 'read';
    },
    /** More was found that cannot be read. */
    setUnreadable(count: number): void {
      setAside.value = count;
    },
    /** Whether {@link notes} tells all that is stored. */
    reading,
    /** What is stored cannot be read now. */
    setUnread(): void {
      reading.value = 'failed';
    },
    /** Tries to read what is stored once more. */
    readAgain(): void {
      reading.value = 'reading';
      deps.readAgain?.();
    },
    put,
    forget,
    refresh,
    announce,
    /** Notes were changed in this tab: reads them again, and tells who watches. */
    async changed(noteIds: readonly string[]): Promise<void> {
      for (const noteId of noteIds) await refresh(noteId).catch(() => undefined);
      announce(noteIds);
    },
    /** Told of every change that was made in this tab. */
    watch: (watcher: (noteIds: ChangedNotes) => void): void => void watchers.add(watcher),
    /** Told of every change that was made in another tab, once it was read here. */
    watchElsewhere: (watcher: (noteIds: ChangedNotes) => void): void =>
      void watchersElsewhere.add(watcher),
    write,
    end,
    /** Opens the sheet of a question; what plays pauses first. */
    open(routeId: string, module: LearningModule, question: Question): void {
      const existing = answers.peek().get(answerKey(routeId, module.id, question.id));
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
      await takeIn(noteId);
      tellElsewhere([noteId]);
    },
    /** Another tab stored versions of any note: those that are being written here take them in. */
    async takeInOpen(): Promise<void> {
      for (const one of underWay.peek()) await takeIn(one.note.peek().id);
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

function latestAnswers(
  notes: ReadonlyMap<string, NoteWithText>,
  isSpoken: boolean,
): ReadonlyMap<string, NoteWithText> {
  const found = new Map<string, NoteWithText>();
  for (const entry of notes.values()) {
    const { routeId, moduleId, anchor, voice } = entry.note;
    if (anchor.questionId === undefined || Boolean(voice) !== isSpoken) continue;
    const key = answerKey(routeId, moduleId, anchor.questionId);
    const present = found.get(key);
    // Two notes about one question: an earlier one that was put back. The later one is the answer.
    if (!present || present.text === '' || entry.text !== '') found.set(key, entry);
  }
  return found;
}
