/**
 * Hearing a part again: a sentence once more, a sentence once slower, a passage until the listener stops it.
 * Only what the player tells decides when a part is over; there is no clock here.
 */
import { computed, signal } from '@preact/signals-core';
import {
  type Passage,
  type PassageWatch,
  passageOf,
  takePassageTime,
} from '../../model/passage.ts';
import type { Seconds } from '../../model/units.ts';
import { createModel } from '../create-model.ts';
import type { PlaybackState } from '../listening/playback.ts';
import type { FactWatcher } from '../listening/playback-deps.ts';

/** The speed at which one sentence is said once. */
export const SLOW_RATE = 0.8;

type Player = Pick<
  PlaybackState,
  | 'loaded'
  | 'sentences'
  | 'currentTime'
  | 'duration'
  | 'rate'
  | 'isPlaying'
  | 'seek'
  | 'play'
  | 'setRate'
  | 'watch'
>;

export const PassagesModel = createModel((player: Player) => {
  const repeating = signal<PassageWatch | undefined>(undefined);
  const slowed = signal<PassageWatch | undefined>(undefined);
  /** Where a passage begins of which the end is still to be told. */
  const from = signal<{ id: string; startTime: Seconds; summary: unknown } | undefined>(undefined);
  let loaded = player.loaded.peek();
  let rateBefore = 1;

  /** In a quiet between two sentences: the one that was said last. */
  const sentence = computed(
    () =>
      player.sentences.value.findLast(
        ({ startTime }) => (startTime ?? 0) <= player.currentTime.value,
      ) ?? player.sentences.value[0],
  );

  function speedUp(): void {
    if (!slowed.peek()) return;
    slowed.value = undefined;
    player.setRate(rateBefore, false);
  }

  function stop(): void {
    repeating.value = undefined;
    speedUp();
  }

  function playFrom({ startTime }: Passage): void {
    loaded = player.loaded.peek();
    player.seek(startTime);
    if (!player.isPlaying.peek()) void player.play();
  }

  function takeTime(currentTime: number): void {
    const slow = slowed.peek();
    if (slow) {
      const { watch, outcome } = takePassageTime(slow, currentTime);
      if (outcome === 'inside') slowed.value = watch;
      else speedUp();
    }
    const repeat = repeating.peek();
    if (!repeat) return;
    const { watch, outcome } = takePassageTime(repeat, currentTime);
    const isInside = outcome === 'inside' && watch.isInside;
    if (outcome === 'left') repeating.value = undefined;
    else if (isInside !== repeat.isInside) repeating.value = { ...watch, isInside };
    // After all others have taken in the fact that it ended.
    if (outcome === 'ended')
      queueMicrotask(() => repeating.peek() && player.seek(repeat.startTime, false));
  }

  const watcher: FactWatcher = (event, isBetween) => {
    if (!repeating.peek() && !slowed.peek()) return;
    if (isBetween || player.loaded.peek()?.summary !== loaded?.summary) {
      stop();
      return;
    }
    if (event.kind === 'timeupdate' || event.kind === 'seeked') takeTime(event.currentTime);
    else if (event.kind === 'ended') stop();
    // Another speed was chosen meanwhile: that one stays.
    else if (event.kind === 'ratechange' && ![SLOW_RATE, rateBefore].includes(event.rate))
      slowed.value = undefined;
  };
  player.watch(watcher);

  function repeatSentences(ids: readonly string[]): void {
    const lines = player.sentences.peek().filter(({ id }) => ids.includes(id));
    const passage = passageOf(lines, player.duration.peek());
    if (!passage) return;
    from.value = undefined;
    repeating.value = { ...passage, isInside: false };
    playFrom(passage);
  }

  return {
    /** What is repeated until it is stopped. */
    repeating,
    /** Where the passage begins that {@link repeatToHere} ends; `undefined` when none was begun here. */
    repeatStart: computed(() =>
      from.value?.summary === player.loaded.value?.summary ? from.value?.startTime : undefined,
    ),
    /** A passage begins with the sentence that is heard now. */
    repeatFromHere(): void {
      const line = sentence.peek();
      if (line?.startTime === undefined) return;
      repeating.value = undefined;
      from.value = {
        id: line.id,
        startTime: line.startTime,
        summary: player.loaded.peek()?.summary,
      };
    },
    /** The passage ends with the sentence that is heard now; one that lies before its beginning turns it around. */
    repeatToHere(): void {
      const ids = player.sentences.peek().map(({ id }) => id);
      const ends = [from.peek()?.id, sentence.peek()?.id].map((id) => ids.indexOf(id ?? ''));
      if (ends.includes(-1)) return;
      repeatSentences(ids.slice(Math.min(...ends), Math.max(...ends) + 1));
    },
    /** No passage after all. */
    forgetStart(): void {
      from.value = undefined;
    },
    /** What the listener hears, or heard last; `undefined` without times. */
    sentence,
    repeatSentence(): void {
      const passage = passageOf([sentence.peek() ?? {}], player.duration.peek());
      if (passage) playFrom(passage);
    },
    /** Says the sentence again at {@link SLOW_RATE}, then goes on at the speed of before. */
    slowSentence(): void {
      const passage = passageOf([sentence.peek() ?? {}], player.duration.peek());
      if (!passage) return;
      if (!slowed.peek()) rateBefore = player.rate.peek();
      slowed.value = { ...passage, isInside: false };
      player.setRate(Math.min(SLOW_RATE, rateBefore), false);
      playFrom(passage);
    },
    /** @param ids - Of the sentences; their order does not matter. */
    repeatSentences,
    stopRepeating(): void {
      repeating.value = undefined;
    },
  };
});

export type PassagesState = InstanceType<typeof PassagesModel>;
