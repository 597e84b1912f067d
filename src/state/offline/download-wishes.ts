/**
 * From a tap to a download: asks first where it costs mobile data or where there is no room, keeps the next
 * modules on the device by itself, and tells how long it takes.
 */
import { computed, effect, signal } from '@preact/signals-core';
import { addSample, type PaceSample, timeLeft } from '../../model/download-pace.ts';
import {
  fullSize,
  type KeptModule,
  nextUnfinished,
  planRoom,
  type RoomPlan,
} from '../../model/download-plan.ts';
import type { LearningRoute, ModuleSummary } from '../../model/learning-route.ts';
import type { Bytes, Milliseconds, Seconds } from '../../model/units.ts';
import type { ContentState } from '../content.ts';
import { createModel } from '../create-model.ts';
import { type ProgressState, stopState } from '../listening/progress.ts';
import type { SettingsState } from '../settings.ts';
import type { ConnectionState } from './connection.ts';
import type { DownloadsState } from './downloads.ts';

export interface DownloadWishesDeps {
  downloads: DownloadsState;
  connection: ConnectionState;
  settings: SettingsState;
  progress: ProgressState;
  content: ContentState;
  /** The module in the player is not taken away under it. */
  loadedId: () => string | undefined;
  /** Puts modules in the queue. */
  download: (modules: readonly ModuleSummary[]) => void;
  hold: (isHeld: boolean) => void;
  /** A clock that never jumps. */
  clock: () => Milliseconds;
}

/** What has to be answered before a download starts. */
export type DownloadQuestion =
  | { kind: 'metered'; modules: readonly ModuleSummary[]; size: Bytes }
  | { kind: 'room'; modules: readonly ModuleSummary[]; size: Bytes; plan: RoomPlan };

const MEGABYTE: Bytes = 1_000_000;

export const DownloadWishesModel = createModel((deps: DownloadWishesDeps) => {
  const { downloads, connection, settings, progress, content } = deps;
  const question = signal<DownloadQuestion | undefined>(undefined);
  const isNextTooLarge = signal(false);
  let samples: PaceSample[] = [];

  const routes = computed(() => content.catalog.value.routes);

  function isFinished(route: LearningRoute, summary: ModuleSummary): boolean {
    return stopState(progress.all.value, route.id, summary).completed;
  }

  /** What is there or on its way, in the order of the routes. */
  const kept = computed<KeptModule[]>(() =>
    routes.value.flatMap((route) =>
      route.modules
        .filter(({ id }) => downloads.states.value.has(id))
        .map((summary) => ({
          moduleId: summary.id,
          size: fullSize(summary),
          isFinished:
            isFinished(route, summary) && downloads.states.value.get(summary.id)?.kind === 'ready',
        })),
    ),
  );

  function missing(modules: readonly ModuleSummary[]): ModuleSummary[] {
    return modules.filter(
      ({ id, audio }) => audio && downloads.states.peek().get(id)?.kind !== 'ready',
    );
  }

  function planFor(modules: readonly ModuleSummary[]): RoomPlan {
    const wanted = new Set(modules.map(({ id }) => id));
    const loaded = deps.loadedId();
    const others = kept.peek().filter(({ moduleId }) => !wanted.has(moduleId));
    const removable = others.map((entry) =>
      entry.moduleId === loaded ? { ...entry, isFinished: false } : entry,
    );
    return planRoom(removable, sizeOf(modules), settings.values.peek().audioCap * MEGABYTE);
  }

  function request(modules: readonly ModuleSummary[]): void {
    const wanted = missing(modules);
    if (wanted.length === 0) return;
    const size = sizeOf(wanted);
    if (connection.isHeld.peek()) {
      question.value = { kind: 'metered', modules: wanted, size };
      return;
    }
    const plan = planFor(wanted);
    if (plan.remove.length > 0 || plan.short > 0) {
      question.value = { kind: 'room', modules: wanted, size, plan };
      return;
    }
    question.value = undefined;
    deps.download(wanted);
  }

  /** The next three of which nothing is there. */
  const upcoming = computed(() =>
    routes.value
      .flatMap((route) => nextUnfinished(route.modules, (summary) => isFinished(route, summary)))
      .filter(({ id }) => !downloads.states.value.has(id)),
  );

  /** Without a question: never over the cap, never over mobile data. */
  async function keepNext(): Promise<void> {
    const wanted = upcoming.peek();
    if (wanted.length === 0) {
      isNextTooLarge.value = false;
      return;
    }
    const plan = planFor(wanted);
    isNextTooLarge.value = plan.short > 0;
    if (plan.short > 0) return;
    for (const moduleId of plan.remove) await downloads.remove(moduleId);
    deps.download(wanted);
  }

  effect(() => deps.hold(connection.isHeld.value));

  const finishedIds = computed(() =>
    routes.value
      .flatMap((route) => route.modules.filter((summary) => isFinished(route, summary)))
      .map(({ id }) => id)
      .join(' '),
  );
  effect(() => {
    const { keepNext: isOn, audioCap } = settings.values.value;
    // Each of these can make another three the next ones, or make room for them.
    void [finishedIds.value, audioCap];
    if (isOn && downloads.isKnown.value && !connection.isHeld.value) {
      queueMicrotask(() => void keepNext());
    } else {
      isNextTooLarge.value = false;
    }
  });

  /** All that was asked for and is not there yet. */
  const open = computed(() => {
    let bytes: Bytes = 0;
    let total: Bytes = 0;
    for (const state of downloads.states.value.values()) {
      if (state.kind === 'none' || state.kind === 'ready') continue;
      bytes += state.bytes;
      total += state.total;
    }
    return { bytes, total };
  });

  const left = computed<Seconds | undefined>(() => {
    const { bytes, total } = open.value;
    if (!downloads.isRunning.value || connection.isHeld.value) {
      samples = [];
      return undefined;
    }
    samples = addSample(samples, { at: deps.clock(), bytes: bytes + downloads.totals.value.bytes });
    return timeLeft(samples, total - bytes);
  });

  return {
    question,
    open,
    /** How long the rest takes at the pace of the last seconds. */
    timeLeft: left,
    /** Finished modules that are on the device: the first to go. */
    finished: computed(() => kept.value.filter((entry) => entry.isFinished)),
    /** What "Altijd de volgende drie" would fetch now. */
    nextSize: computed(() => sizeOf(upcoming.value)),
    /** "Altijd de volgende drie" does not fit under the cap, with nothing finished to take away. */
    isNextTooLarge: computed(() => isNextTooLarge.value),
    request,
    /** Yes to the question that is open: goes on to the next one, or starts. */
    async agree(): Promise<void> {
      const asked = question.peek();
      if (!asked) return;
      if (asked.kind === 'metered') {
        connection.agree();
      } else {
        for (const moduleId of asked.plan.remove) await downloads.remove(moduleId);
        if (asked.plan.short > 0) return;
      }
      question.value = undefined;
      request(asked.modules);
    },
    dismiss(): void {
      question.value = undefined;
    },
    /** Gives up all that is not there yet. */
    cancelAll(): void {
      for (const [moduleId, state] of downloads.states.peek()) {
        if (state.kind !== 'ready') downloads.cancel(moduleId);
      }
    },
    /** Takes modules off the device; notes and places stay. */
    async removeAll(moduleIds: readonly string[]): Promise<void> {
      for (const moduleId of moduleIds) await downloads.remove(moduleId);
    },
  };
});

export type DownloadWishesState = InstanceType<typeof DownloadWishesModel>;

function sizeOf(modules: readonly ModuleSummary[]): Bytes {
  return modules.reduce((sum, summary) => sum + fullSize(summary), 0);
}
