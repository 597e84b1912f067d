/** Places in sounds that were replaced since: carried over by the sentences, once, when the app starts. */
import { type ReadonlySignal, signal } from '@preact/signals-core';
import { carryHeard, carryPlace } from '../../model/carry-over.ts';
import type { LearningModule } from '../../model/learning-module.ts';
import type { ModuleSummary } from '../../model/learning-route.ts';
import { type AudioKey, audioKey, type Progress } from '../../model/progress.ts';
import type { Sha256, Timestamp } from '../../model/units.ts';
import type { ContentState } from '../content.ts';
import type { PlaybackState } from '../listening/playback.ts';
import type { ProgressState } from '../listening/progress.ts';

export interface CarriedPlacesDeps {
  content: ContentState;
  progress: ProgressState;
  playback: PlaybackState;
  /** The text as it was with that sound. */
  findEarlier: (summary: ModuleSummary, hash: Sha256) => Promise<LearningModule | undefined>;
  save: (progress: Progress) => Promise<void>;
  /** What {@link CarriedPlacesDeps.keepUnsure} was given in an earlier visit. */
  loadUnsure: () => Promise<unknown>;
  keepUnsure: (unsure: UnsurePlaces) => Promise<void>;
}

/** Places that are not sure, with the moment of the progress that they are in: who listens on has a place of their own. */
type UnsurePlaces = Readonly<Record<AudioKey, Timestamp>>;

/** What became of the places. */
export interface CarriedPlaces {
  /** By sound; the loaded one is told when it is not sure. */
  readonly sure: ReadonlySignal<ReadonlyMap<AudioKey, boolean>>;
  /** Goes through all sounds that were heard before. */
  carryAll(): Promise<void>;
}

/** Nothing is read before {@link CarriedPlaces.carryAll}. */
export function createCarriedPlaces(deps: CarriedPlacesDeps): CarriedPlaces {
  const sure = signal<ReadonlyMap<AudioKey, boolean>>(new Map());
  const { content, progress, playback } = deps;

  let unsure: UnsurePlaces = {};

  async function keepUnsure(places: UnsurePlaces): Promise<void> {
    unsure = places;
    // Then it is told in this visit only.
    await deps.keepUnsure(places).catch(() => undefined);
  }

  /** What was told in an earlier visit is told again until the person has listened on. */
  async function tellEarlier(): Promise<void> {
    const told = await deps.loadUnsure().catch(() => undefined);
    if (typeof told !== 'object' || told === null) return;
    const isStill = ([key, at]: [string, unknown]) =>
      at !== undefined && progress.all.peek().get(key)?.updatedAt === at;
    unsure = Object.fromEntries(Object.entries(told).filter(isStill));
    sure.value = new Map(Object.keys(unsure).map((key) => [key, false]));
  }

  async function carry(routeId: string, summary: ModuleSummary): Promise<void> {
    const key = audioKey(routeId, summary.id);
    const known = progress.all.peek().get(key);
    if (!summary.audio || !known?.audioHash || known.audioHash === summary.audio.hash) return;
    const [load, before] = await Promise.all([
      content.settled(routeId, summary.id),
      deps.findEarlier(summary, known.audioHash),
    ]);
    // It was played meanwhile: then the place is one in the new sound already.
    if (load.kind !== 'ready' || progress.all.peek().get(key) !== known) return;
    const place = carryPlace(before, load.module, {
      time: known.position,
      duration: known.duration,
    });
    const carried: Progress = {
      ...known,
      position: place.time,
      heard: carryHeard(before, load.module, known.heard),
      duration: summary.audio.duration,
      audioHash: summary.audio.hash,
      updatedAt: known.updatedAt + 1,
    };
    // Beforehand: a browser that is killed in between only carries it over again.
    if (!place.isSure) await keepUnsure({ ...unsure, [key]: carried.updatedAt });
    await deps.save(carried);
    progress.put(carried);
    sure.value = new Map(sure.peek()).set(key, place.isSure);
    const loaded = playback.loaded.peek();
    if (loaded?.summary === summary && !playback.isPlaying.peek()) playback.refresh();
  }

  return {
    sure,
    async carryAll() {
      await tellEarlier();
      for (const route of content.catalog.peek().routes) {
        for (const summary of route.modules) await carry(route.id, summary).catch(() => undefined);
      }
    },
  };
}
