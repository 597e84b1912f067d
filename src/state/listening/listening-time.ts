/** Time as a listener deals with it: the sleep timer, the way back, the trail, and going on after a while. */
import type { Milliseconds, Timestamp } from '../../model/units.ts';
import type { JournalStore } from '../../storage/journal-store.ts';
import type { SettingsStore } from '../../storage/settings-store.ts';
import type { ToolParts } from '../tool-parts.ts';
import { JournalModel } from './journal.ts';
import { ResumeRewindModel } from './resume-rewind.ts';
import { SleepTimerModel } from './sleep-timer.ts';
import { TrailModel } from './trail.ts';

/** Tests move these by hand. */
export interface Clocks {
  now: () => Timestamp;
  /** Never jumps. */
  clock: () => Milliseconds;
}

type TimeParts = Pick<ToolParts, 'content' | 'playback' | 'progress' | 'settings'> & {
  journalStore: JournalStore;
  settingsStore: SettingsStore;
};

const BROWSER_CLOCKS: Clocks = { now: () => Date.now(), clock: () => performance.now() };

/** Makes the tools of time and hangs them on the player; it reads the journal at once. */
export function createListeningTime(
  { content, playback, progress, settings, journalStore, settingsStore }: TimeParts,
  { now, clock }: Clocks = BROWSER_CLOCKS,
) {
  const journal = new JournalModel({
    store: journalStore,
    now,
    createId: () => crypto.randomUUID(),
  });
  const trail = new TrailModel({ playback, journal, settings: settingsStore, now });
  const rewind = new ResumeRewindModel({ content, playback, progress, settings, now });
  const sleepTimer = new SleepTimerModel({
    playback,
    clock,
    onStop: (start, stop) => trail.onSleep(start, stop),
  });

  playback.watch((event, isBetween) => {
    sleepTimer.onFact(event, isBetween);
    if (isBetween) return;
    trail.onFact(event);
    rewind.onFact(event);
  });
  playback.attach({
    onJump(from, to) {
      rewind.forget();
      trail.onJump(from, to);
    },
    onLeave: (from) => trail.onLeave(from),
    awaitStart: () => rewind.awaitStart(),
    chooseStart: () => rewind.chooseStart(),
    isLast: () => sleepTimer.isStopping(),
  });
  void trail.begin();

  return { journal, trail, rewind, sleepTimer };
}
