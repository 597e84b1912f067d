/** What follows from the module and the second that play: text, chapter, sentence, neighbours. */
import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { LearningModule } from '../../model/learning-module.ts';
import type { Sound } from '../../model/sound.ts';
import { chapterAt, sentenceAt, timedSentences } from '../../model/timeline.ts';
import type { Seconds } from '../../model/units.ts';
import type { ContentState } from '../content.ts';

/** The sound that the player has. */
export interface LoadedAudio {
  routeId: string;
  /** The module on whose page it is shown. */
  moduleId: string;
  summary: Sound;
}

/** All of it changes only at a border, however fast the seconds go by. */
export function createNowPlaying(
  content: ContentState,
  loaded: ReadonlySignal<LoadedAudio | undefined>,
  currentTime: ReadonlySignal<Seconds>,
) {
  const module = computed<LearningModule | undefined>(() => {
    const now = loaded.value;
    if (!now) return undefined;
    const load = content.module(now.routeId, now.summary.id).value;
    return load.kind === 'ready' ? load.module : undefined;
  });
  const sentences = computed(() => (module.value ? timedSentences(module.value) : []));
  return {
    /** Absent until its text is there. */
    module,
    /** Those with a time, in reading order. */
    sentences,
    chapter: computed(() => chapterAt(module.value?.chapters ?? [], currentTime.value)),
    sentenceId: computed(() => sentenceAt(sentences.value, currentTime.value)?.id),
    /** The modules with sound before and after it. */
    neighbours: computed(() => {
      const now = loaded.value;
      const playable = content.catalog.value.routes
        .find((route) => route.id === now?.routeId)
        ?.modules.filter((summary) => summary.audio !== undefined);
      const index = playable?.findIndex((summary) => summary.id === now?.moduleId) ?? -1;
      return {
        previous: index > 0 ? playable?.[index - 1] : undefined,
        next: playable?.[index + 1],
      };
    }),
  };
}
