/** How safe the notes are, in one line, and the one piece of advice that helps most now. */
import { DAY, type Timestamp } from './units.ts';

/** What is known of this device. */
export interface SafetyFacts {
  now: Timestamp;
  /** Whether the browser keeps anything at all. */
  isKept: boolean;
  /** How many notes there are. */
  noteCount: number;
  /** How many of them are new or changed since the last backup; all where there is none. */
  newCount: number;
  lastBackupAt?: Timestamp;
  /** Whether the browser promised not to clean up by itself. */
  persistence: 'granted' | 'denied' | 'unknown';
  isStandalone: boolean;
  /** Safari clears a site that was not visited for seven days of use, unless it is on the home screen. */
  isSafari: boolean;
}

/** The backup: none needed, none yet, or so many days old. */
export type BackupAge =
  | { kind: 'nothing' }
  | { kind: 'never' }
  /** `newCount`: how many notes are new or changed since. */
  | { kind: 'days'; days: number; newCount: number };

/**
 * What helps most. `safari`: export, install, import, because an installed app starts empty there.
 * `backup`: make one. `install`: the browser may clean up, and keeps installed apps longer.
 */
export type SafetyAdvice = 'safari' | 'backup' | 'install';

/** The line and the advice. */
export interface Safety {
  isKept: boolean;
  /** Whether there are notes at all. */
  hasNotes: boolean;
  backup: BackupAge;
  advice?: SafetyAdvice;
}

/** From this age on, a backup with newer notes beside it is old. */
const OLD_BACKUP_DAYS = 14;

/** So many new or changed notes are too many to lose, however young the backup is. */
const MANY_NEW_NOTES = 10;

/** Judges the facts. Where nothing is kept there is nothing to advise: copying is all that helps. */
export function judgeSafety(facts: SafetyFacts): Safety {
  const { isKept } = facts;
  const backup = ageOf(facts);
  const advice = isKept ? adviseOn(facts, backup) : undefined;
  const hasNotes = facts.noteCount > 0;
  return { isKept, hasNotes, backup, ...(advice === undefined ? {} : { advice }) };
}

function ageOf({ now, noteCount, newCount, lastBackupAt }: SafetyFacts): BackupAge {
  if (lastBackupAt === undefined) return noteCount === 0 ? { kind: 'nothing' } : { kind: 'never' };
  return { kind: 'days', days: calendarDays(lastBackupAt, now), newCount };
}

function adviseOn(facts: SafetyFacts, backup: BackupAge): SafetyAdvice | undefined {
  if (facts.noteCount === 0) return undefined;
  if (facts.isSafari && !facts.isStandalone) return 'safari';
  const isSettled = backup.kind === 'days' && backup.newCount === 0;
  if (backup.kind === 'never' || isBehind(backup)) return 'backup';
  if (facts.persistence === 'denied' && !facts.isStandalone && !isSettled) return 'install';
  return undefined;
}

/** Whether losing what came since the backup would hurt: it is long ago, or it is much. */
function isBehind(backup: BackupAge): boolean {
  if (backup.kind !== 'days' || backup.newCount === 0) return false;
  return backup.days >= OLD_BACKUP_DAYS || backup.newCount >= MANY_NEW_NOTES;
}

/** Midnights between two moments; 0 for a clock that was set back. */
function calendarDays(from: Timestamp, to: Timestamp): number {
  const midnight = (at: Timestamp) => new Date(at).setHours(0, 0, 0, 0);
  return Math.max(0, Math.round((midnight(to) - midnight(from)) / DAY));
}
