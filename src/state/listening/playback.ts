/**
 * What is loaded in the player and what it does. Requests go to the engine; what is shown follows
 * from the engine's facts only. Works from the catalog alone, so that a tap never waits for text.
 */
import { batch, computed, createModel, signal } from '@preact/signals-core';
import { steppedRate } from '../../model/playback-rate.ts';
import { END_MARGIN } from '../../model/resume.ts';
import { moduleOfSound, type Sound } from '../../model/sound.ts';
import type { Fraction, Seconds } from '../../model/units.ts';
import type { EngineEvent, PlaybackErrorCode } from '../../player/audio-engine.ts';
import { createEngineLink } from './engine-link.ts';
import { createNowPlaying, type LoadedAudio } from './now-playing.ts';
import type { FactWatcher, PlaybackDeps, PlaybackGuide, PlaybackStatus } from './playback-deps.ts';
import { storedPosition } from './progress.ts';

export const PlaybackModel = createModel((deps: PlaybackDeps) => {
  const loaded = signal<LoadedAudio | undefined>(undefined);
  const status = signal<PlaybackStatus>('idle');
  const currentTime = signal<Seconds>(0);
  /** Of the file itself, once that is known; the catalog may say otherwise. */
  const fileDuration = signal<Seconds | undefined>(undefined);
  const rate = signal(deps.initialRate);
  const failure = signal<PlaybackErrorCode | undefined>(undefined);
  const upNext = signal<Sound | undefined>(undefined);

  const duration = computed<Seconds>(() => loaded.value?.summary.audio?.duration ?? 0);
  const isPlaying = computed(() => status.value === 'playing' || status.value === 'waiting');
  const nowPlaying = createNowPlaying(deps.content, loaded, currentTime);
  const watchers = new Set<FactWatcher>();
  let guide: PlaybackGuide | undefined;
  let choose = deps.chooseNext;
  const link = createEngineLink({
    ...(deps.createEngine ? { createEngine: deps.createEngine } : {}),
    initialRate: () => rate.peek(),
    onFact,
  });

  /** By a link or by hand; the remembered position then stays out of it. */
  let isPlaceChosen = false;
  /** The storage was read; before that the place to start from is not known. */
  let isRestored = false;
  let isWarm = false;

  function open(routeId: string, summary: Sound, at?: Seconds, isAnew = false): void {
    if (!summary.audio) return;
    const stored = storedPosition(deps.progress.all.peek(), { routeId, summary });
    const isSame = !isAnew && loaded.peek()?.summary === summary;
    if (isSame && at === undefined) return;
    link.cancel();
    link.take();
    isWarm = false;
    isPlaceChosen = at !== undefined;
    const next = { routeId, moduleId: moduleOfSound(summary.id), summary };
    batch(() => {
      upNext.value = undefined;
      loaded.value = next;
      currentTime.value = Math.min(at ?? stored, summary.audio?.duration ?? 0);
      status.value = 'paused';
      failure.value = undefined;
      fileDuration.value = undefined;
    });
    if (!isSame) deps.keeper?.begin(next);
  }

  /** Hands the engine what is loaded, unless it has that already. */
  function give(): void {
    const now = loaded.peek();
    if (!now?.summary.audio || link.hasSource) return;
    const { type, duration } = now.summary.audio;
    link.give({ ...deps.chooseUrl(now.summary), type, duration, startTime: currentTime.peek() });
  }

  function giveAndPlay(): void {
    isWarm = false;
    const start = isPlaceChosen ? undefined : guide?.chooseStart();
    if (start !== undefined) moveTo(start);
    give();
    // Set before the sound was asked for, so its own `ratechange` came too early for the keeper.
    deps.keeper?.onFact({ kind: 'ratechange', rate: rate.peek() });
    link.play();
  }

  /** Has the sound on its way while the finger goes down; until it is asked for nothing is told of it. */
  function warm(): void {
    if (!isRestored || status.peek() !== 'paused' || link.hasSource) return;
    isWarm = true;
    void link.whenReady(give);
  }

  async function play(): Promise<void> {
    if (!loaded.peek()) return;
    if (currentTime.peek() >= duration.peek() - END_MARGIN) seek(0);
    failure.value = undefined;
    if (!isPlaying.peek()) status.value = 'loading';
    if (await link.whenReady(giveAndPlay)) return;
    batch(() => {
      status.value = 'failed';
      failure.value = 'network';
    });
  }

  function pause(): void {
    link.cancel();
    link.pause();
    if (status.peek() === 'loading') status.value = 'paused';
  }

  /** @param isAsked - By the listener; the player's own steps leave no trail. */
  function seek(to: Seconds, isAsked = true): void {
    stopBetween();
    const target = Math.min(Math.max(0, to), duration.peek());
    if (isAsked) guide?.onJump(link.currentTime ?? currentTime.peek(), target);
    moveTo(target);
    if (status.peek() === 'ended') status.value = 'paused';
  }

  function moveTo(target: Seconds): void {
    isPlaceChosen = true;
    isWarm = false;
    currentTime.value = target;
    if (link.hasSource) link.seek(target);
    // At once: without a connection the sound may never get there.
    deps.keeper?.moveTo(target);
  }

  /** One element plays on, without a timer: the sound between two modules starts in this one's `ended`. */
  function startBetween(): void {
    const now = loaded.peek();
    const next = now && !guide?.isLast() ? choose?.(now) : undefined;
    if (!next || deps.betweenUrl === undefined) return;
    upNext.value = next;
    link.give({ url: deps.betweenUrl, type: 'audio/mpeg', startTime: 0 });
    link.play();
  }

  function stopBetween(): void {
    if (!upNext.peek()) return;
    upNext.value = undefined;
    link.take();
    status.value = 'ended';
  }

  function advance(): void {
    const next = upNext.peek();
    const ended = loaded.peek();
    if (!next || !ended) return;
    open(ended.routeId, next);
    status.value = 'loading';
    giveAndPlay();
    deps.onAdvance?.(ended, next);
  }

  /** Pausing between two modules stops there; an unplayable pause is skipped. */
  function onFactBetween(event: EngineEvent): void {
    if (event.kind === 'playing') status.value = 'playing';
    if (event.kind === 'paused') stopBetween();
    if (event.kind === 'ended' || (event.kind === 'failed' && event.code !== 'not-allowed'))
      advance();
    else if (event.kind === 'failed') stopBetween();
  }

  function onFact(event: EngineEvent): void {
    if (isWarm && event.kind !== 'loaded') {
      // Told when it is asked for: then it is tried again.
      if (event.kind === 'failed') link.take();
      return;
    }
    for (const watcher of [...watchers]) watcher(event, upNext.peek() !== undefined);
    if (upNext.peek()) {
      onFactBetween(event);
      return;
    }
    deps.keeper?.onFact(event);
    batch(() => {
      switch (event.kind) {
        case 'playing':
          status.value = 'playing';
          failure.value = undefined;
          isPlaceChosen = false;
          break;
        case 'paused':
          if (status.value !== 'ended' && status.value !== 'failed') status.value = 'paused';
          break;
        case 'waiting':
          if (isPlaying.value) status.value = 'waiting';
          break;
        case 'ended':
          status.value = 'ended';
          currentTime.value = duration.value;
          startBetween();
          break;
        case 'timeupdate':
        case 'seeked':
          currentTime.value = event.currentTime;
          break;
        case 'ratechange':
          rate.value = event.rate;
          break;
        case 'failed':
          onFailure(event.code);
          break;
        case 'loaded':
          fileDuration.value = event.duration;
          break;
      }
    });
  }

  /** A damaged or missing download gives way to the network, at the same second. */
  function onFailure(code: PlaybackErrorCode): void {
    if (code !== 'not-allowed' && link.fallBack(currentTime.peek())) return;
    if (code !== 'not-allowed') link.take();
    status.value = code === 'not-allowed' ? 'paused' : 'failed';
    failure.value = code;
  }

  return {
    loaded,
    ...nowPlaying,
    status,
    isPlaying,
    currentTime,
    duration,
    fileDuration,
    rate,
    failure,
    /** What comes after the pause that plays now. */
    upNext,
    /** Tells every fact of the engine, before what is shown changes; returns the way to stop. */
    watch(watcher: FactWatcher): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    /** There is one at most. */
    attach: (next: PlaybackGuide): void => {
      guide = next;
    },
    /** Another choice of what follows by itself; without one the route's own order is back. */
    setChooser: (chooser?: PlaybackDeps['chooseNext']): void => {
      choose = chooser ?? deps.chooseNext;
    },
    /** Takes in what is remembered of the loaded sound, after something else changed that; it is silent then. */
    refresh(): void {
      const now = loaded.peek();
      if (now) open(now.routeId, now.summary, undefined, true);
    },
    setVolume: (volume: Fraction): void => link.setVolume(volume),
    /** Fetches the engine's code at the first touch of a play control, and the sound if it is that of the player. */
    prepare(isForLoaded = false): void {
      link.prepare();
      if (isForLoaded) warm();
    },
    /** Puts a module in the player without a sound; `at` wins over the remembered position. */
    open(routeId: string, moduleId: string, at?: Seconds): void {
      const summary = deps.content.sound(routeId, moduleId);
      if (summary) open(routeId, summary, at);
    },
    /** The position at this very moment while the engine has the sound, between two of its facts. */
    exactTime: (): Seconds | undefined => link.currentTime,
    /** Takes in the remembered position once the storage was read, unless the listener was faster. */
    restorePosition(): void {
      const now = loaded.peek();
      isRestored = true;
      if (!now || link.hasSource || status.peek() !== 'paused') return;
      if (!isPlaceChosen) currentTime.value = storedPosition(deps.progress.all.peek(), now);
    },
    play,
    pause,
    toggle(): void {
      if (isPlaying.peek()) pause();
      else void play();
    },
    /** Opens and plays in one wish. */
    async playModule(routeId: string, moduleId: string, at?: Seconds): Promise<void> {
      const summary = deps.content.sound(routeId, moduleId);
      if (!summary) return;
      if (loaded.peek()?.summary !== summary) open(routeId, summary, at);
      else if (at !== undefined) seek(at);
      await play();
    },
    seek,
    skip(by: Seconds): void {
      // The element's own time: what it told last is up to a quarter of a second old.
      const exact = upNext.peek() ? undefined : link.currentTime;
      if (upNext.peek() && by > 0) advance();
      else seek((exact ?? currentTime.peek()) + by);
    },
    /** @param isKept - `false` for a speed that is not remembered. */
    setRate(value: number, isKept = true): void {
      const next = steppedRate(value);
      rate.value = next;
      link.setRate(next);
      if (isKept) deps.saveRate(next);
    },
  };
});

export type PlaybackState = InstanceType<typeof PlaybackModel>;
