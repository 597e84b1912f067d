/**
 * Follows where the listener goes: writes sessions and jumps in the journal, and offers the way back from
 * a far jump and from a sleep timer for as long as it is of use.
 */
import { computed, signal } from '@preact/signals-core';
import { type Place, placeOf } from '../../model/journal.ts';
import { addJump, isFar, isUnsettled, type Jump, listenOn, wayBack } from '../../model/jump.ts';
import { type AudioKey, audioKey } from '../../model/progress.ts';
import type { Milliseconds, Seconds, Timestamp } from '../../model/units.ts';
import type { EngineEvent } from '../../player/audio-engine.ts';
import type { SettingsStore } from '../../storage/settings-store.ts';
import { createModel } from '../create-model.ts';
import type { JournalState, OpenLine } from './journal.ts';
import { createLeftBehind } from './left-behind.ts';
import type { PlaybackState } from './playback.ts';

export interface TrailDeps {
  playback: PlaybackState;
  journal: JournalState;
  settings: SettingsStore;
  now: () => Timestamp;
}

/** The name among the settings of the timer that is not offered any more: the id of its line. */
const SETTLED_SLEEP = 'settledSleep';

/** After a longer pause, listening on is a new session. */
const SESSION_PAUSE: Milliseconds = 60_000;

/** While a session lasts, it is written down so often. */
const SESSION_STEP: Seconds = 30;

/** A step in the sound that is longer was no listening. */
const LONGEST_STEP: Seconds = 10;

/** Who listened on for so long after a sleep timer has found the place. */
const AWAKE_TIME: Seconds = 60;

export const TrailModel = createModel(({ playback, journal, settings, now }: TrailDeps) => {
  const offered = signal<Place | undefined>(undefined);
  const beforeSleep = signal<Place | undefined>(undefined);
  /** The line that {@link beforeSleep} is of. */
  let sleepId: string | undefined;
  const key = computed<AudioKey | undefined>(() => {
    const loaded = playback.loaded.value;
    return loaded && audioKey(loaded.routeId, loaded.summary.id);
  });
  const leftBehind = createLeftBehind(key);
  /** The sound that everything below is about. */
  let followed: AudioKey | undefined;
  let time: Seconds | undefined;
  let jump: Jump | undefined;
  let jumpLine: OpenLine | undefined;
  let session: OpenLine | undefined;
  let lastHeardAt: Timestamp = 0;
  let awake: Seconds = 0;

  function follow(): AudioKey | undefined {
    const current = key.peek();
    if (current !== followed) {
      followed = current;
      time = undefined;
      session = undefined;
      takeJump(undefined);
      leftBehind.onOther();
    }
    return current;
  }

  function takeJump(next: Jump | undefined): void {
    jump = next;
    if (!next) jumpLine = undefined;
    const back = wayBack(next);
    if (back === undefined || followed === undefined) offered.value = undefined;
    else if (offered.peek()?.time !== back) offered.value = { audioKey: followed, time: back };
  }

  function onTime(currentTime: Seconds): void {
    const by = time === undefined ? 0 : currentTime - time;
    time = currentTime;
    lastHeardAt = now();
    if (by <= 0 || by > LONGEST_STEP) return;
    if (jump) takeJump(listenOn(jump, by));
    leftBehind.listenOn(by);
    if (session && Math.abs(currentTime - session.to) >= SESSION_STEP) session.reach(currentTime);
    awake += by;
    if (awake > AWAKE_TIME && beforeSleep.peek()) beforeSleep.value = undefined;
  }

  function onPlaying(current: AudioKey): void {
    const at = playback.exactTime() ?? playback.currentTime.peek();
    const pause = now() - lastHeardAt;
    // A clock that was set back says nothing about the pause.
    if (!session || pause >= SESSION_PAUSE) {
      session = journal.open({ kind: 'session', audioKey: current, from: at, to: at });
    }
    lastHeardAt = now();
    time = at;
  }

  return {
    /** The place before a far jump in what is loaded now. */
    undoTo: computed(() =>
      offered.value?.audioKey === key.value ? offered.value?.time : undefined,
    ),
    /** The place in another sound that the listener left for the one that is loaded now. */
    leftAt: leftBehind.place,
    forgetLeft: leftBehind.forget,
    /** Where the sleep timer was set that ended the listening. */
    beforeSleep: computed(() => beforeSleep.value),
    onFact(event: EngineEvent): void {
      const current = follow();
      if (current === undefined) return;
      if (event.kind === 'timeupdate') onTime(event.currentTime);
      if (event.kind === 'seeked') time = event.currentTime;
      if (event.kind === 'playing') onPlaying(current);
      const isStop = event.kind === 'paused' || event.kind === 'ended' || event.kind === 'failed';
      if (isStop && time !== undefined) session?.reach(time);
    },
    onLeave(from: Seconds): void {
      const current = follow();
      if (current === undefined) return;
      session?.reach(from);
      // What was heard to its end is not left behind.
      const time = playback.status.peek() === 'ended' ? 0 : from;
      leftBehind.leave({ audioKey: current, time });
    },
    onJump(from: Seconds, to: Seconds): void {
      const current = follow();
      if (current === undefined) return;
      if (!isUnsettled(jump)) jumpLine = undefined;
      const next = addJump(jump, from, to);
      takeJump(next);
      if (jumpLine) jumpLine.reach(to);
      else if (isFar(next)) {
        jumpLine = journal.open({ kind: 'jump', audioKey: current, from: next.from, to });
      }
    },
    /** Goes back to where the jump began; the journal keeps where it led. */
    undo(): void {
      const back = wayBack(jump);
      if (back === undefined || followed !== key.peek()) return;
      playback.seek(back);
      takeJump(undefined);
    },
    /** The sleep timer that was set there stopped the sound. */
    onSleep(start: Place, stop: Seconds): void {
      const { audioKey, time } = start;
      sleepId = journal.open({ kind: 'sleep', audioKey, from: time, to: stop }).id;
      awake = 0;
      beforeSleep.value = start;
    },
    /** Somebody went back, or does not want to: the next page does not offer it either. */
    forgetSleep(): void {
      beforeSleep.value = undefined;
      // What cannot be kept is offered once more.
      settings.save(SETTLED_SLEEP, sleepId).catch(() => undefined);
    },
    /** Reads the journal; a sleep timer that ended the last visit is still to be offered. */
    async begin(): Promise<void> {
      const [last, stored] = await Promise.all([
        journal.load(),
        settings.load().catch((): Record<string, unknown> => ({})),
      ]);
      if (last?.kind !== 'sleep' || last.id === stored[SETTLED_SLEEP]) return;
      // A timer of this page is newer.
      if (awake >= AWAKE_TIME || beforeSleep.peek()) return;
      sleepId = last.id;
      beforeSleep.value = placeOf(last);
    },
  };
});

export type TrailState = InstanceType<typeof TrailModel>;
