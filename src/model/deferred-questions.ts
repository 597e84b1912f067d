/** The questions that a listener keeps for later: a list that is stored as a whole. */
import type { Timestamp } from './units.ts';

/** A question that was heard or opened, and left for later. */
export interface DeferredQuestion {
  routeId: string;
  moduleId: string;
  questionId: string;
  deferredAt: Timestamp;
}

/** Reads a stored list. @returns Without the entries that make no sense; an empty list for anything else. */
export function readDeferredQuestions(stored: unknown): DeferredQuestion[] {
  if (!Array.isArray(stored)) return [];
  const entries: DeferredQuestion[] = [];
  for (const entry of stored) {
    const deferred = readEntry(entry);
    if (deferred && !entries.some((present) => isSameQuestion(present, deferred))) {
      entries.push(deferred);
    }
  }
  return entries;
}

/** Adds a question at the end; one that is there already stays where it is. */
export function deferQuestion(
  list: readonly DeferredQuestion[],
  question: DeferredQuestion,
): DeferredQuestion[] {
  return list.some((entry) => isSameQuestion(entry, question)) ? [...list] : [...list, question];
}

/** Whether both are about one question. */
function isSameQuestion(
  a: Omit<DeferredQuestion, 'deferredAt'>,
  b: Omit<DeferredQuestion, 'deferredAt'>,
): boolean {
  return a.routeId === b.routeId && a.moduleId === b.moduleId && a.questionId === b.questionId;
}

function readEntry(entry: unknown): DeferredQuestion | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const { routeId, moduleId, questionId, deferredAt } = entry as Record<string, unknown>;
  const isKnown = [routeId, moduleId, questionId].every(
    (id) => typeof id === 'string' && id !== '',
  );
  if (!isKnown || typeof deferredAt !== 'number' || !Number.isFinite(deferredAt)) return undefined;
  return {
    routeId: routeId as string,
    moduleId: moduleId as string,
    questionId: questionId as string,
    deferredAt,
  };
}
