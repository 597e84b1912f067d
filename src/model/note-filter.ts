/** Which notes are shown: by what they are, where they belong, and when they were written. */
import type { LearningRoute } from './learning-route.ts';
import type { Note, NoteWithText } from './note.ts';
import { hasPlace } from './stray-words.ts';
import { DAY, type Timestamp } from './units.ts';

/** What a note is to the person who looks for it. A spoken answer is looked for as something spoken. */
export type NoteGroup = 'answers' | 'marks' | 'spoken' | 'free';

/** In the order in which they are offered. */
export const NOTE_GROUPS: readonly NoteGroup[] = ['answers', 'marks', 'spoken', 'free'];

/** How far back; `all` is as far as there is. */
export const NOTE_PERIODS = ['all', 'today', 'week', 'month'] as const;
export type NotePeriod = (typeof NOTE_PERIODS)[number];

/** Every part that is there must hold. */
export interface NoteFilter {
  group?: NoteGroup;
  moduleId?: string;
  /** Not written before this. */
  since?: Timestamp;
}

const PERIOD_DAYS = { week: 7, month: 30 } as const;

/** The group of a note; a plan is an answer too. */
export function groupOf(note: Note): NoteGroup {
  if (note.voice) return 'spoken';
  if (note.kind === 'mark') return 'marks';
  return note.kind === 'free' ? 'free' : 'answers';
}

/** Whether a note has something to show: words, sound or a moment. */
export function hasContent({ note, text }: NoteWithText): boolean {
  return text !== '' || note.kind === 'mark' || note.voice !== undefined;
}

/** Whether a note is a plan that was written. */
export function isPlan({ note, fields }: NoteWithText): boolean {
  return note.kind === 'plan' && fields !== undefined;
}

/** Whether a note passes. */
export function passesFilter({ note, updatedAt }: NoteWithText, filter: NoteFilter): boolean {
  const { group, moduleId, since } = filter;
  if (group !== undefined && groupOf(note) !== group) return false;
  if (moduleId !== undefined && note.moduleId !== moduleId) return false;
  return since === undefined || updatedAt >= since;
}

/** The modules that notes are about and the route has not any more; last the place of what belongs nowhere. */
export function goneModuleIds(
  route: Pick<LearningRoute, 'modules'>,
  notes: readonly NoteWithText[],
): string[] {
  const known = new Set(route.modules.map(({ id }) => id));
  const gone = new Set(notes.map(({ note }) => note.moduleId).filter((id) => !known.has(id)));
  return [...gone].sort(
    (one, other) =>
      Number(hasPlace({ moduleId: other })) - Number(hasPlace({ moduleId: one })) ||
      (one < other ? -1 : 1),
  );
}

/** Where a period begins: a day at midnight on the device, the others so many times 24 hours ago. */
export function periodStart(period: NotePeriod, now: Timestamp): Timestamp | undefined {
  if (period === 'all') return undefined;
  if (period === 'today') return new Date(now).setHours(0, 0, 0, 0);
  return now - PERIOD_DAYS[period] * DAY;
}
