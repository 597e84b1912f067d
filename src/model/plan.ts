/**
 * "Als … dan …": a plan, the day to come back to it, and what came of it. All of it lives in the fields
 * of a note, so it travels with every revision and every backup.
 */
import type { NoteFields } from './note.ts';
import { addDays, isPlainDate, type PlainDate, writeDay } from './plain-date.ts';

/** What came of a plan. */
export const OUTCOMES = ['gedaan', 'deels', 'niet'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Looking back once. */
export interface LookBack {
  on: PlainDate;
  outcome: Outcome;
  /** Empty when nothing was said about it. */
  why: string;
}

/** A plan as its fields say it. */
export interface Plan {
  als: string;
  dan: string;
  /** What may get in the way; empty when nothing was filled in. */
  obstacle: string;
  /** The first return; absent when the person wants none. */
  returnOn?: PlainDate;
  /** When it was read back, for these words. */
  readBackOn?: PlainDate;
  /** Oldest first, at most {@link RETURNS}. */
  lookBacks: LookBack[];
}

/** How often the app comes back to a plan. */
const RETURNS = 2;

/** Days to the first return, unless the person chooses another day. */
const FIRST_RETURN_DAYS = 7;

/** Days from the first look back to the second return. */
const SECOND_RETURN_DAYS = 21;

/** Reads the fields; whatever is no date or outcome counts as absent. */
export function readPlan(fields: NoteFields = {}): Plan {
  const { als = '', dan = '', obstacle = '', returnOn, readBackOn } = fields;
  const lookBacks: LookBack[] = [];
  for (let turn = 1; turn <= RETURNS; turn += 1) {
    const on = fields[`lookedBackOn${turn}`];
    const outcome = OUTCOMES.find((known) => known === fields[`outcome${turn}`]);
    if (!isPlainDate(on) || outcome === undefined) break;
    lookBacks.push({ on, outcome, why: fields[`why${turn}`] ?? '' });
  }
  return {
    als,
    dan,
    obstacle,
    ...(isPlainDate(returnOn) ? { returnOn } : {}),
    ...(isPlainDate(readBackOn) ? { readBackOn } : {}),
    lookBacks,
  };
}

/** The fields that say a plan; those that say nothing are left out. */
export function planFields(plan: Plan): NoteFields {
  const { als, dan, obstacle, returnOn, readBackOn, lookBacks } = plan;
  const fields: Record<string, string | undefined> = { als, dan, obstacle, returnOn, readBackOn };
  for (const [index, { on, outcome, why }] of lookBacks.entries()) {
    fields[`lookedBackOn${index + 1}`] = on;
    fields[`outcome${index + 1}`] = outcome;
    fields[`why${index + 1}`] = why;
  }
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(said) as NoteFields;
}

/** A plan as text: for lists, for searching and for whoever reads a backup without the app. */
export function planText(plan: Plan): string {
  const { als, dan, obstacle, lookBacks } = plan;
  return [
    ...(als === '' ? [] : [`Als ${als}`]),
    ...(dan === '' ? [] : [`dan ${dan}`]),
    ...(obstacle === '' ? [] : [`Wat je kan tegenhouden: ${obstacle}`]),
    ...lookBacks.map(({ on, outcome, why }) =>
      [`Teruggekeken op ${writeDay(on)}: ${outcome}.`, why].join(' ').trimEnd(),
    ),
  ].join('\n');
}

/** Whether there is something to read back and to come back to. */
export function isWhole({ als, dan }: Plan): boolean {
  return als.trim() !== '' && dan.trim() !== '';
}

/** The day of the next return. @returns `undefined` when there is none left, or none is wanted. */
export function nextReturn(plan: Plan): PlainDate | undefined {
  const { returnOn, lookBacks } = plan;
  if (returnOn === undefined || lookBacks.length >= RETURNS) return undefined;
  const latest = lookBacks.at(-1);
  return latest ? addDays(latest.on, SECOND_RETURN_DAYS) : returnOn;
}

/** Whether the app should come back to it today; a day that was missed stays due. */
export function isDue(plan: Plan, today: PlainDate): boolean {
  const day = nextReturn(plan);
  return isWhole(plan) && day !== undefined && day <= today;
}

/** The plan after looking back today. Says it again when today was looked back already. */
export function lookBack(plan: Plan, outcome: Outcome, why: string, today: PlainDate): Plan {
  const earlier = plan.lookBacks.filter(({ on }) => on !== today).slice(0, RETURNS - 1);
  return { ...plan, lookBacks: [...earlier, { on: today, outcome, why }] };
}

/** A plan to write anew: its words stay to go on from, and the returns begin again. */
export function reviseFrom({ als, dan, obstacle }: Plan, today: PlainDate): Plan {
  return { als, dan, obstacle, returnOn: addDays(today, FIRST_RETURN_DAYS), lookBacks: [] };
}

/** A plan that was not written yet. */
export function emptyPlan(today: PlainDate): Plan {
  return reviseFrom({ als: '', dan: '', obstacle: '', lookBacks: [] }, today);
}
