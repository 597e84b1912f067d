/**
 * All questions and notes of a route in the order of reading: what a person takes out on paper or as text.
 * How it looks there is for the printer and the writers of Markdown.
 */
import { formatAddress, type Page } from './address.ts';
import type { LearningModule, Question } from './learning-module.ts';
import type { LearningRoute } from './learning-route.ts';
import type { NoteWithText } from './note.ts';
import { hasPlace, NO_PLACE_TITLE } from './stray-words.ts';
import { plainText, timedSentences } from './timeline.ts';
import type { Seconds } from './units.ts';

/** A question with or without answers, or a note that answers none. */
export interface WorkbookEntry {
  /** Absent for a note of one's own. */
  question?: string;
  /** Whether the text of the module asks it, as it is now. */
  isAsked: boolean;
  /** Oldest first; more than one after answering in two ways. Empty for an open question. */
  notes: NoteWithText[];
  /** The last words that were heard before it. */
  heard?: string;
  /** Its second in the sound of the module. */
  time?: Seconds;
  /** The way back, relative to the base path. */
  path: string;
}

/** One module. */
export interface WorkbookPart {
  moduleId: string;
  /** The module's title, its id when it is no longer in the route, or that there is none. */
  title: string;
  /** From 1; absent for a module that is no longer in the route. */
  place?: number;
  entries: WorkbookEntry[];
}

/**
 * Puts notes with their questions.
 *
 * @param modules - As far as their texts are there; without its text a module has only its notes.
 */
export function arrangeWorkbook(
  route: LearningRoute,
  modules: readonly LearningModule[],
  notes: readonly NoteWithText[],
): WorkbookPart[] {
  const known = new Set(route.modules.map(({ id }) => id));
  const parts = route.modules.map(({ id, title }, index): WorkbookPart => {
    const module = modules.find((candidate) => candidate.id === id);
    const own = notes.filter(({ note }) => note.moduleId === id);
    return { moduleId: id, title, place: index + 1, entries: entriesOf(route.id, id, module, own) };
  });
  const strays = notes.filter(({ note }) => !known.has(note.moduleId));
  const strayIds = [...new Set(strays.map(({ note }) => note.moduleId))];
  return [
    ...parts,
    ...strayIds.map((id) => ({
      moduleId: id,
      title: hasPlace({ moduleId: id }) ? id : NO_PLACE_TITLE,
      entries: entriesOf(
        route.id,
        id,
        undefined,
        strays.filter(({ note }) => note.moduleId === id),
      ),
    })),
  ];
}

/** Only what somebody wrote, said or marked. */
export function withNotes(parts: readonly WorkbookPart[]): WorkbookPart[] {
  return parts
    .map((part) => ({ ...part, entries: part.entries.filter(({ notes }) => notes.length > 0) }))
    .filter(({ entries }) => entries.length > 0);
}

/** Only the questions that the route asks now, for others to see: not even that somebody answered shows. */
export function withoutAnswers(parts: readonly WorkbookPart[]): WorkbookPart[] {
  return parts
    .filter(({ place }) => place !== undefined)
    .map((part) => ({ ...part, entries: part.entries.flatMap(asked) }))
    .filter(({ entries }) => entries.length > 0);
}

/** A question that left the text is known from an answer only. */
function asked({ question, isAsked, time, path }: WorkbookEntry): WorkbookEntry[] {
  if (question === undefined || !isAsked) return [];
  return [{ question, isAsked, notes: [], ...(time === undefined ? {} : { time }), path }];
}

function entriesOf(
  routeId: string,
  moduleId: string,
  module: LearningModule | undefined,
  notes: readonly NoteWithText[],
): WorkbookEntry[] {
  const questions = module?.questions ?? [];
  const answered = questions.map((question) =>
    questionEntry(
      routeId,
      moduleId,
      module,
      question,
      notes.filter(({ note }) => note.anchor.questionId === question.id),
    ),
  );
  const asked = new Set(questions.map(({ id }) => id));
  const others = notes
    .filter(({ note: { anchor } }) => !asked.has(anchor.questionId ?? ''))
    .toSorted(
      (a, b) =>
        (a.note.anchor.time ?? 0) - (b.note.anchor.time ?? 0) ||
        a.note.createdAt - b.note.createdAt,
    );
  return [...answered, ...others.map((note) => noteEntry(routeId, moduleId, note))];
}

function questionEntry(
  routeId: string,
  moduleId: string,
  module: LearningModule | undefined,
  question: Question,
  notes: NoteWithText[],
): WorkbookEntry {
  const time = question.times?.startTime;
  const before = time === undefined || !module ? undefined : wordsBefore(module, time);
  const address: Page = { kind: 'module', routeId, moduleId, questionId: question.id };
  return {
    question: question.text,
    isAsked: true,
    notes,
    ...(before === undefined ? {} : { heard: before }),
    ...(time === undefined ? {} : { time }),
    path: formatAddress({ ...address, ...(time === undefined ? {} : { time }) }),
  };
}

function noteEntry(routeId: string, moduleId: string, note: NoteWithText): WorkbookEntry {
  const { anchor } = note.note;
  const { time, sentence, questionId } = anchor;
  const isAnswer = questionId !== undefined;
  return {
    // A question that left the text: its words were kept with the answer.
    ...(isAnswer && sentence !== undefined ? { question: sentence } : {}),
    isAsked: false,
    notes: [note],
    ...(!isAnswer && sentence !== undefined ? { heard: sentence } : {}),
    ...(time === undefined ? {} : { time }),
    path: formatAddress(
      hasPlace({ moduleId })
        ? { kind: 'module', routeId, moduleId, ...(time === undefined ? {} : { time }) }
        : { kind: 'notes' },
    ),
  };
}

/** The sentence before a question; the question itself is spoken in the narration too. */
function wordsBefore(module: LearningModule, time: Seconds): string | undefined {
  const sentence = timedSentences(module).findLast(
    ({ startTime, endTime }) => (endTime ?? startTime ?? 0) <= time,
  );
  return sentence && plainText(sentence);
}
