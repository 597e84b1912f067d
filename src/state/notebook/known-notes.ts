/** The notes as far as they were read, the answers among them, and who is told when they change. */
import { computed, signal } from '@preact/signals-core';
import type { NoteWithText } from '../../model/note.ts';

/** The key of an answer: where its question stands. */
export function answerKey(routeId: string, moduleId: string, questionId: string): string {
  return `${routeId}/${moduleId}/${questionId}`;
}

/** How far what is stored has been read. */
export type NotebookReading = 'reading' | 'read' | 'failed';

/** Ids of notes; `all` after a backup was brought back, when places and settings can be other ones too. */
export type ChangedNotes = readonly string[] | 'all';

export interface KnownNotesDeps {
  /** Reads a note back as it is stored now; nothing for one that was deleted. */
  load?: (noteId: string) => Promise<NoteWithText | undefined>;
  /** Asks for a new `fill`, after one that failed. */
  readAgain?: () => void;
}

/** The part of the notebook that knows what is stored. */
export function createKnownNotes(deps: KnownNotesDeps) {
  const notes = signal<ReadonlyMap<string, NoteWithText>>(new Map());
  const setAside = signal(0);
  const reading = signal<NotebookReading>('reading');
  const watchers = new Set<(noteIds: ChangedNotes) => void>();
  const watchersElsewhere = new Set<(noteIds: ChangedNotes) => void>();
  /** What changed since the reading of all notes began: that is newer than what was read. */
  let changedSince = new Set<string>();

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

  /** Tells who watches that notes were changed in this tab. */
  function announce(noteIds: ChangedNotes): void {
    for (const watcher of watchers) watcher(noteIds);
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
    /** How many stored notes could not be read; each stays where it is, or in a copy: none is deleted. */
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
    /** A change that was made in another tab was read here. */
    tellElsewhere(noteIds: ChangedNotes): void {
      for (const watcher of watchersElsewhere) watcher(noteIds);
    },
  };
}

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
