/**
 * Downloaded sound that is not what it was: looked for when it plays and when it fails, and fetched again. Where
 * that does not succeed it is named, and the sound goes on behind the damaged part.
 */
import { computed, effect, signal } from '@preact/signals-core';
import type { HeardRange } from '../../model/coverage.ts';
import { damagedSeconds } from '../../model/damaged-part.ts';
import { isPlayable } from '../../model/download.ts';
import type { Seconds, Sha256 } from '../../model/units.ts';
import { createModel } from '../create-model.ts';
import type { LoadedAudio } from '../listening/now-playing.ts';
import type { PlaybackState } from '../listening/playback.ts';
import type { DownloadsState } from './downloads.ts';

export interface DamageDeps {
  playback: PlaybackState;
  downloads: DownloadsState;
  isOnline: () => boolean;
  /** See {@link Downloads.check}. */
  check: (moduleId: string, isRepairing: boolean) => Promise<readonly number[]>;
}

/** What was found in the sound that is loaded. */
export interface Damage {
  hash: Sha256;
  ranges: readonly HeardRange[];
  /**
   * `mending`: fetched again now; `mended`: it is right again; `skipped`: left out until there is a connection;
   * `played`: nothing is behind it, so it is heard as it is.
   */
  kind: 'mending' | 'mended' | 'skipped' | 'played';
}

/** A jump lands a little before or behind; further in it is heard as damaged. */
const EDGE: Seconds = 0.3;

export const DamageModel = createModel((deps: DamageDeps) => {
  const { playback, downloads } = deps;
  const found = signal<Damage | undefined>(undefined);
  const checked = new Set<Sha256>();

  async function look(loaded: LoadedAudio, hasFailed: boolean): Promise<void> {
    const { summary } = loaded;
    if (!summary.audio || !isPlayable(downloads.states.peek().get(summary.id))) return;
    const { hash } = summary.audio;
    if (checked.has(hash) && !hasFailed) return;
    checked.add(hash);
    const isRepairing = deps.isOnline();
    const pieces = await deps.check(summary.id, isRepairing);
    if (pieces.length === 0) return;
    const ranges = damagedSeconds(summary.audio, pieces);
    if (isRepairing) found.value = { hash, ranges, kind: 'mending' };
    else leaveIt({ hash, ranges }, loaded, hasFailed);
  }

  /** There is nothing better for now. */
  function leaveIt(
    { hash, ranges }: Pick<Damage, 'hash' | 'ranges'>,
    loaded: LoadedAudio,
    hasFailed: boolean,
  ): void {
    const hasRest = ranges.some(({ endTime }) => endTime < playback.duration.peek() - EDGE);
    found.value = { hash, ranges, kind: hasRest ? 'skipped' : 'played' };
    if (hasFailed) goOnBehind(loaded, ranges);
  }

  /** From where it broke, to what is right again. */
  function goOnBehind({ routeId, summary }: LoadedAudio, ranges: readonly HeardRange[]): void {
    const at = playback.currentTime.peek();
    const range = ranges.find(({ endTime }) => at < endTime);
    if (!range || range.endTime >= playback.duration.peek() - EDGE) return;
    playback.open(routeId, summary.id, Math.max(at, range.endTime));
    void playback.play();
  }

  playback.watch((event, isBetween) => {
    const loaded = playback.loaded.peek();
    if (!loaded || isBetween) return;
    if (event.kind === 'playing') void look(loaded, false);
    if (event.kind === 'failed' && event.code !== 'not-allowed') void look(loaded, true);
    const damage = found.peek();
    if (event.kind !== 'timeupdate' || damage?.kind !== 'skipped') return;
    if (damage.hash !== loaded.summary.audio?.hash) return;
    const inside = damage.ranges.find(
      ({ startTime, endTime }) =>
        event.currentTime >= startTime && event.currentTime < endTime - EDGE,
    );
    if (inside && inside.endTime < playback.duration.peek()) playback.seek(inside.endTime, false);
  });

  const loadedState = computed(() => {
    const id = playback.loaded.value?.summary.id;
    return id === undefined ? undefined : downloads.states.value.get(id)?.kind;
  });
  effect(() => {
    const damage = found.value;
    if (loadedState.value !== 'failed' || damage?.kind !== 'mending') return;
    queueMicrotask(() => {
      const loaded = playback.loaded.peek();
      const isLoaded = loaded?.summary.audio?.hash === damage.hash;
      if (isLoaded) leaveIt(damage, loaded, playback.status.peek() === 'failed');
      else checked.delete(damage.hash);
    });
  });
  // The new pieces are in: what is still to be heard comes from them.
  effect(() => {
    const damage = found.value;
    if (loadedState.value !== 'ready' || !damage || damage.kind === 'mended') return;
    queueMicrotask(() => {
      found.value = { ...damage, kind: 'mended' };
      checked.delete(damage.hash);
      takeInMended(damage);
    });
  });

  function takeInMended({ hash, ranges }: Damage): void {
    const loaded = playback.loaded.peek();
    if (!loaded || loaded.summary.audio?.hash !== hash) return;
    const at = playback.exactTime() ?? playback.currentTime.peek();
    if (!ranges.some(({ endTime }) => at < endTime)) return;
    const wasPlaying = playback.isPlaying.peek();
    playback.open(loaded.routeId, loaded.summary.id, at);
    if (wasPlaying) void playback.play();
  }

  return {
    /** Of the sound that is in the player. */
    found: computed(() =>
      found.value?.hash === playback.loaded.value?.summary.audio?.hash ? found.value : undefined,
    ),
  };
});

export type DamageState = InstanceType<typeof DamageModel>;
