/** What a person may take back: that a module is finished, and everything that is remembered of a route. */
import { signal } from '@preact/signals-core';
import { audioKey, type Progress } from '../../model/progress.ts';
import { forgotten, reopened } from '../../model/start-over.ts';
import type { Timestamp } from '../../model/units.ts';
import type { ContentState } from '../content.ts';
import { createModel } from '../create-model.ts';
import type { PlaybackState } from './playback.ts';
import type { ProgressState } from './progress.ts';

export interface RouteRestartDeps {
  content: ContentState;
  playback: PlaybackState;
  progress: ProgressState;
  /** `storage/change-progress.ts`. */
  change: (rule: (stored: Progress) => Progress | undefined) => Promise<Progress[]>;
  /** Tells the other tabs. */
  tell: (records: readonly Progress[]) => void;
  now: () => Timestamp;
}

export const RouteRestartModel = createModel((deps: RouteRestartDeps) => {
  const { content, playback, progress } = deps;
  const outcome = signal<'done' | 'failed' | undefined>(undefined);

  async function change(rule: (stored: Progress) => Progress | undefined): Promise<void> {
    const changed = await deps.change(rule);
    for (const record of changed) progress.put(record);
    deps.tell(changed);
  }

  return {
    /** How starting the route over went; `undefined` until it was asked for. */
    outcome,
    /** A module is not finished after all. It stays finished when the storage refuses. */
    async reopen(routeId: string, moduleId: string): Promise<void> {
      const key = audioKey(routeId, moduleId);
      const completion = content.sound(routeId, moduleId)?.completion ?? 1;
      await change((stored) =>
        stored.key === key && stored.completed
          ? reopened(stored, completion, deps.now())
          : undefined,
      ).catch(() => undefined);
    },
    /** Places, what was heard and what is finished go; notes, the journal and downloads stay. */
    async restart(routeId: string): Promise<void> {
      try {
        playback.pause();
        await change((stored) =>
          stored.key.startsWith(`${routeId}/`) ? forgotten(stored, deps.now()) : undefined,
        );
        if (playback.loaded.peek()?.routeId === routeId) playback.refresh();
        outcome.value = 'done';
      } catch {
        outcome.value = 'failed';
      }
    },
    /** Another visit to the page says nothing about the last time. */
    forgetOutcome(): void {
      outcome.value = undefined;
    },
  };
});

export type RouteRestartState = InstanceType<typeof RouteRestartModel>;
