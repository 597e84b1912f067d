/** How far the listener is, everywhere in the route. */
import { createModel, signal } from '@preact/signals-core';
import { coveredFraction } from '../../model/coverage.ts';
import type { LearningRoute, ModuleSummary } from '../../model/learning-route.ts';
import { type AudioKey, audioKey, mergeProgress, type Progress } from '../../model/progress.ts';
import { resumePosition } from '../../model/resume.ts';
import type { Sound } from '../../model/sound.ts';
import type { Fraction, Seconds, Timestamp } from '../../model/units.ts';

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
  /** Absent only for a route without modules. */
  summary?: ModuleSummary;
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

/** What the stop of a module shows. */
export function stopState(
  all: ReadonlyMap<AudioKey, Progress>,
  routeId: string,
  summary: ModuleSummary,
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

/** The module to go on with: the one played last if it is not finished, else the first that is not. */
export function nextUp(all: ReadonlyMap<AudioKey, Progress>, route: LearningRoute): NextUp {
  const started = route.modules.some(
    (summary) => (all.get(audioKey(route.id, summary.id))?.lastPlayedAt ?? 0) > 0,
  );
  const open = route.modules.filter((summary) => !stopState(all, route.id, summary).completed);
  const lastPlayed = (summary: ModuleSummary) =>
    all.get(audioKey(route.id, summary.id))?.lastPlayedAt ?? 0;
  const latest = open.reduce<ModuleSummary | undefined>(
    (best, summary) => (lastPlayed(summary) > (best ? lastPlayed(best) : 0) ? summary : best),
    undefined,
  );
  const summary = latest ?? open[0] ?? route.modules[0];
  if (!summary) return { started, left: 0 };
  const position = all.get(audioKey(route.id, summary.id))?.position ?? 0;
  return { summary, started, left: Math.max(0, (summary.audio?.duration ?? 0) - position) };
}
