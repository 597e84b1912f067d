/** How far the listener is, everywhere in the route. */
import { signal } from '@preact/signals-core';
import { coveredFraction } from '../../model/coverage.ts';
import type { LearningRoute } from '../../model/learning-route.ts';
import { type AudioKey, audioKey, mergeProgress, type Progress } from '../../model/progress.ts';
import { resumePosition } from '../../model/resume.ts';
import type { Sound } from '../../model/sound.ts';
import type { Fraction, Seconds, Timestamp } from '../../model/units.ts';
import { createModel } from '../create-model.ts';

/** The part of the storage that keeps progress. */
export interface ProgressDeps {
  save(progress: Progress): Promise<void>;
  now(): Timestamp;
}

/** What a stop on the route shows. */
export interface StopState {
  completed: boolean;
  heard: Fraction;
  /** What was not heard yet. */
  left: Seconds;
}

/** Where the big button leads. */
export interface NextUp {
  /** A module or an episode; absent only for a route without modules. */
  summary?: Sound;
  started: boolean;
  left: Seconds;
}

export const ProgressModel = createModel((deps: ProgressDeps) => {
  const all = signal<ReadonlyMap<AudioKey, Progress>>(new Map());

  /** Joined with what is known, so that a module marked as finished stays so while it plays. */
  function put(progress: Progress): Progress {
    const merged = mergeProgress(all.peek().get(progress.key), progress);
    all.value = new Map(all.peek()).set(progress.key, merged);
    return merged;
  }

  return {
    all,
    /** Takes in what the storage held, at the start. */
    fill(stored: readonly Progress[]): void {
      all.value = new Map(stored.map((progress) => [progress.key, progress]));
    },
    /** Shows what the player just saved. */
    put,
    /** The person says it is done: hearing or reading elsewhere counts too. */
    async markCompleted(routeId: string, moduleId: string, part?: 'episode'): Promise<void> {
      const key = audioKey(routeId, moduleId, part);
      const now = deps.now();
      const before = all.peek().get(key) ?? {
        key,
        position: 0,
        duration: 0,
        heard: [],
        updatedAt: now,
      };
      if (before.completed) return;
      const after: Progress = { ...before, completed: { at: now, how: 'marked' }, updatedAt: now };
      await deps.save(after);
      put(after);
    },
  };
});

export type ProgressState = InstanceType<typeof ProgressModel>;

/** Where a module would go on. */
export function storedPosition(
  all: ReadonlyMap<AudioKey, Progress>,
  { routeId, summary }: { routeId: string; summary: Sound },
): Seconds {
  const progress = all.get(audioKey(routeId, summary.id));
  return resumePosition(progress, summary.audio?.duration ?? 0, summary.audio?.hash);
}

/** What the stop of a module shows; an episode has the same facts of its own. */
export function stopState(
  all: ReadonlyMap<AudioKey, Progress>,
  routeId: string,
  summary: Sound,
): StopState {
  const progress = all.get(audioKey(routeId, summary.id));
  const duration = summary.audio?.duration ?? 0;
  const heard = progress && duration > 0 ? coveredFraction(progress.heard, duration) : 0;
  return { completed: progress?.completed !== undefined, heard, left: duration * (1 - heard) };
}

/** How much of the route is done, and how much listening is left. */
export function routeTotals(
  all: ReadonlyMap<AudioKey, Progress>,
  route: LearningRoute,
): { completed: number; total: number; left: Seconds } {
  let completed = 0;
  let left = 0;
  for (const summary of route.modules) {
    const state = stopState(all, route.id, summary);
    if (state.completed) completed += 1;
    else left += state.left;
  }
  return { completed, total: route.modules.length, left };
}

/**
 * The sound to go on with: the one played last if it is not finished, else the first that is not, in the
 * author's order. A route of which every module is finished is done: an episode then only comes back when
 * it was begun.
 *
 * @param episodes - Those that can be played, by `<route>/<id of the sound>`.
 */
export function nextUp(
  all: ReadonlyMap<AudioKey, Progress>,
  route: LearningRoute,
  episodes?: ReadonlyMap<string, Sound>,
): NextUp {
  const isCompleted = (sound: Sound) => stopState(all, route.id, sound).completed;
  const lastPlayed = (sound: Sound) => all.get(audioKey(route.id, sound.id))?.lastPlayedAt ?? 0;
  const sounds = route.modules.flatMap((module): Sound[] => {
    const episode = episodes?.get(audioKey(route.id, module.id, 'episode'));
    return episode ? [module, episode] : [module];
  });
  const started = sounds.some((sound) => lastPlayed(sound) > 0);
  const open = sounds.filter((sound) => !isCompleted(sound));
  const latest = open.reduce<Sound | undefined>(
    (best, sound) => (lastPlayed(sound) > (best ? lastPlayed(best) : 0) ? sound : best),
    undefined,
  );
  const first = route.modules.every(isCompleted) ? route.modules[0] : open[0];
  const summary = latest ?? first;
  if (!summary) return { started, left: 0 };
  const position = storedPosition(all, { routeId: route.id, summary });
  return { summary, started, left: (summary.audio?.duration ?? 0) - position };
}
