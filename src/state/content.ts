/** The texts that are there: the catalog, and each module as far as it was loaded. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { ContentError, type ContentErrorCode, loadModule } from '../catalog/load-content.ts';
import type { LearningModule } from '../model/learning-module.ts';
import type { Catalog, LearningRoute, ModuleSummary } from '../model/learning-route.ts';
import type { Sound } from '../model/sound.ts';
import { createModel } from './create-model.ts';

/** How far the loading of a module is. */
export type ModuleLoad =
  | { kind: 'loading' }
  | { kind: 'ready'; module: LearningModule }
  | { kind: 'failed'; code: ContentErrorCode };

export interface ContentDeps {
  base: string;
  catalog: Catalog;
  /** Modules that are there from the start (prerendering, first page). */
  modules?: readonly LearningModule[];
}

/** The catalog and the modules; a failed module can be asked for again. */
export const ContentModel = createModel((deps: ContentDeps) => {
  const catalog = signal(deps.catalog);
  const loads = new Map<string, Signal<ModuleLoad>>();
  const episodes = signal<ReadonlyMap<string, Sound>>(new Map());
  for (const module of deps.modules ?? []) {
    loads.set(keyOf(module.routeId, module.id), signal<ModuleLoad>({ kind: 'ready', module }));
  }

  function route(routeId: string): LearningRoute | undefined {
    return catalog.value.routes.find((candidate) => candidate.id === routeId);
  }

  function summary(routeId: string, moduleId: string): ModuleSummary | undefined {
    return route(routeId)?.modules.find((candidate) => candidate.id === moduleId);
  }

  async function run(routeId: string, moduleId: string, load: Signal<ModuleLoad>): Promise<void> {
    const entry = summary(routeId, moduleId);
    if (!entry) {
      load.value = { kind: 'failed', code: 'gone' };
      return;
    }
    load.value = { kind: 'loading' };
    try {
      load.value = { kind: 'ready', module: await loadModule(`${deps.base}${entry.contentUrl}`) };
    } catch (error) {
      load.value = { kind: 'failed', code: error instanceof ContentError ? error.code : 'broken' };
    }
  }

  function module(routeId: string, moduleId: string): ReadonlySignal<ModuleLoad> {
    const key = keyOf(routeId, moduleId);
    const known = loads.get(key);
    if (known) return known;
    const load = signal<ModuleLoad>({ kind: 'loading' });
    loads.set(key, load);
    void run(routeId, moduleId, load);
    return load;
  }

  return {
    catalog: computed(() => catalog.value),
    /** The route of the app's start page; the first one of the catalog. */
    homeRoute: computed(() => catalog.value.routes[0]),
    route,
    summary,
    /** The episodes that can be played, by `<route>/<id of the sound>`. */
    episodes: computed(() => episodes.value),
    /** A module, or an episode of which the recording is on the device. */
    sound: (routeId: string, soundId: string): Sound | undefined =>
      summary(routeId, soundId) ?? episodes.value.get(keyOf(routeId, soundId)),
    /** @param module - What is read along with the episode, in the shape of a module. */
    setEpisode(routeId: string, sound: Sound, module: LearningModule): void {
      const key = keyOf(routeId, sound.id);
      const load: ModuleLoad = { kind: 'ready', module };
      const known = loads.get(key);
      if (known) known.value = load;
      else loads.set(key, signal(load));
      episodes.value = new Map(episodes.peek()).set(key, sound);
    },
    removeEpisode(routeId: string, soundId: string): void {
      const others = new Map(episodes.peek());
      others.delete(keyOf(routeId, soundId));
      episodes.value = others;
    },
    /** Starts loading on first use. */
    module,
    /** Loads again after a failure. */
    retry(routeId: string, moduleId: string): void {
      const load = loads.get(keyOf(routeId, moduleId));
      if (load?.peek().kind === 'failed') void run(routeId, moduleId, load);
    },
    /** Waits until a module is there, or failed. */
    async settled(routeId: string, moduleId: string): Promise<ModuleLoad> {
      const load = module(routeId, moduleId);
      return new Promise((resolve) => {
        const stop = load.subscribe((value) => {
          if (value.kind === 'loading') return;
          queueMicrotask(() => stop());
          resolve(value);
        });
      });
    },
  };
});

export type ContentState = InstanceType<typeof ContentModel>;
export type { ContentErrorCode };

function keyOf(routeId: string, moduleId: string): string {
  return `${routeId}/${moduleId}`;
}
