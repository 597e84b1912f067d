/**
 * Several tabs, one sound: the tab where play was asked for last has it. The one that had it pauses, tells
 * how far it was, and offers to go on there.
 */
import { computed, effect, signal } from '@preact/signals-core';
import { type AudioKey, audioKey, type Progress } from '../../model/progress.ts';
import { readTabMessage, type TabMessage } from '../../model/tab-message.ts';
import type { Milliseconds, Seconds } from '../../model/units.ts';
import { decode, encode } from '../../storage/codec.ts';
import { createModel } from '../create-model.ts';
import type { PlaybackState } from './playback.ts';
import type { ProgressState } from './progress.ts';
import { createTabLead, type LeadLocks } from './tab-lead.ts';

export interface TabTurnDeps {
  playback: PlaybackState;
  progress: ProgressState;
  locks: LeadLocks | undefined;
  channel: { post(message: TabMessage): void; onMessage(listener: (data: unknown) => void): void };
  loadProgress: () => Promise<Progress[]>;
  /** The page can be seen again: what other tabs stored meanwhile counts. */
  onVisible: (listener: () => void) => void;
  /** A clock that never jumps. */
  clock: () => Milliseconds;
}

/** What another tab plays. */
export interface Elsewhere {
  routeId: string;
  moduleId: string;
}

/** So long after "Hier verder" the other tab may still tell where it was. */
const HANDOVER_TIME: Milliseconds = 3000;

/** A place this close is the same one; moving there would only interrupt. */
const SAME_PLACE: Seconds = 0.5;

export const TabTurnModel = createModel((deps: TabTurnDeps) => {
  const { playback, progress, channel } = deps;
  const elsewhere = signal<Elsewhere | undefined>(undefined);
  let handoverUntil: Milliseconds = Number.NEGATIVE_INFINITY;

  const lead = createTabLead({
    locks: deps.locks,
    onTaken: tellThatItPlays,
    onLost() {
      playback.pause();
      tellProgress();
      // What the other one said about it may have come while this tab still had the sound.
      channel.post({ kind: 'asks' });
    },
    onFree() {
      if (!lead.isMine) elsewhere.value = undefined;
    },
  });

  function tellThatItPlays(): void {
    const loaded = playback.loaded.peek();
    if (!loaded) return;
    channel.post({ kind: 'plays', routeId: loaded.routeId, moduleId: loaded.summary.id });
  }

  function loadedKey(): AudioKey | undefined {
    const loaded = playback.loaded.peek();
    return loaded && audioKey(loaded.routeId, loaded.summary.id);
  }

  /** The place to the very moment, because another tab goes on from it. */
  function tellProgress(): void {
    const known = progress.all.peek().get(loadedKey() ?? '');
    if (!known) return;
    tell([{ ...known, position: playback.exactTime() ?? known.position }]);
  }

  function tell(records: readonly Progress[]): void {
    channel.post({ kind: 'progress', records: records.map((entry) => encode('progress', entry)) });
  }

  const wantsLead = computed(
    () =>
      playback.isPlaying.value ||
      playback.status.value === 'loading' ||
      playback.upNext.value !== undefined,
  );

  effect(() => {
    if (wantsLead.value) {
      elsewhere.value = undefined;
      lead.take();
    } else if (lead.release()) {
      tellProgress();
      channel.post({ kind: 'stops' });
    }
  });

  // The next module started by itself.
  effect(() => {
    if (playback.loaded.value && lead.isMine) tellThatItPlays();
  });

  /** What was remembered later than what is known here counts; a place on screen moves along. */
  function takeIn(records: readonly Progress[]): void {
    for (const record of records) {
      const known = progress.all.peek().get(record.key);
      const isStartedOver = (record.startedOverAt ?? 0) > (known?.startedOverAt ?? 0);
      if (known && !isStartedOver && record.updatedAt < known.updatedAt) continue;
      // What plays goes on, but what was taken back counts for it too.
      if (isStartedOver || record.key !== loadedKey()) progress.put(record);
      if (record.key === loadedKey()) takeInLoaded(record);
    }
  }

  function takeInLoaded(record: Progress): void {
    if (deps.clock() < handoverUntil) {
      handoverUntil = Number.NEGATIVE_INFINITY;
      playback.seek(record.position, false);
    } else if (!wantsLead.peek()) {
      progress.put(record);
      const distance = Math.abs(record.position - playback.currentTime.peek());
      if (distance > SAME_PLACE) playback.refresh();
    }
  }

  channel.onMessage((data) => {
    const message = readTabMessage(data);
    switch (message?.kind) {
      case 'plays':
        // With locks the browser says who has the sound: this may be an old message of a tab that lost it.
        if (lead.isMine && deps.locks) break;
        if (lead.release()) {
          playback.pause();
          tellProgress();
        }
        elsewhere.value = { routeId: message.routeId, moduleId: message.moduleId };
        lead.awaitFree();
        break;
      case 'stops':
        elsewhere.value = undefined;
        break;
      case 'asks':
        if (lead.isMine) tellThatItPlays();
        break;
      case 'progress':
        takeIn(message.records.map(readRecord).filter((record) => record !== undefined));
        break;
    }
  });
  deps.onVisible(() => {
    // What cannot be read now is still stored; the storage has told why.
    deps.loadProgress().then(takeIn, () => undefined);
  });
  channel.post({ kind: 'asks' });

  return {
    /** What another tab plays now, if any does. */
    elsewhere,
    /** Tells the other tabs that something was taken back. */
    tell,
    /** Goes on with what the other tab plays, where it is, inside the tap. */
    takeOver(): void {
      const there = elsewhere.peek();
      if (!there) return;
      handoverUntil = deps.clock() + HANDOVER_TIME;
      void playback.playModule(there.routeId, there.moduleId);
    },
  };
});

function readRecord(record: unknown): Progress | undefined {
  const decoded = decode('progress', record);
  return decoded.ok ? decoded.value : undefined;
}
