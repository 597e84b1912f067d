/**
 * What is loaded in the player and what it does. Requests go to the engine; what is shown follows
 * from the engine's facts only. Works from the catalog alone, so that a tap never waits for text.
 */
import { batch } from '@preact/signals-core';
import { END_MARGIN } from '../../model/resume.ts';
import { moduleOfSound, type Sound } from '../../model/sound.ts';
import type { Fraction, Seconds } from '../../model/units.ts';
import type { EngineEvent, PlaybackErrorCode } from '../../player/audio-engine.ts';
import { createModel } from '../create-model.ts';
import { createBetween } from './between.ts';
import { createEngineLink } from './engine-link.ts';
import { createNowPlaying } from './now-playing.ts';
import type { FactWatcher, PlaybackDeps, PlaybackGuide } from './playback-deps.ts';
import { storedPosition } from './progress.ts';
import { createRouteRate } from './route-rate.ts';
import { createShownSound } from './shown-sound.ts';

export const PlaybackModel = createModel((deps: PlaybackDeps) => {
  const sound = createShownSound(deps.isSeen ?? (() => true));
  const { loaded, status, time, duration, isPlaying } = sound;
  const currentTime = time.shown;
  const nowPlaying = createNowPlaying(deps.content, loaded, currentTime);
  const watchers = new Set<FactWatcher>();
  let guide: PlaybackGuide | undefined;
  let choose = deps.chooseNext;
  const speed = createRouteRate({ ...deps, ask: (rate) => link.setRate(rate) });
  const { rate } = speed;
  const link = createEngineLink({
    ...(deps.createEngine ? { createEngine: deps.createEngine } : {}),
    initialRate: () => rate.peek(),
    onFact,
  });
  const between = createBetween({
    link,
    url: deps.betweenUrl,
    status,
    tell: (event) => deps.keeper?.onFactBetween(event),
    playNext,
  });
  const { upNext } = between;

  /** Where it began to sound, or was moved to since. */
  let playedFrom: Seconds = 0;
  /** By a link or by hand; the remembered position then stays out of it. */
  let isPlaceChosen = false;
  /** The storage was read; before that the place to start from is not known. */
  let isRestored = false;
  let isWarm = false;
  /** Asked for before the storage was read. */
  let isWarmWanted = false;
  let isClosed = false;

  function open(routeId: string, summary: Sound, at?: Seconds, isAnew = false): void {
    if (!summary.audio || isClosed) return;
    const stored = storedPosition(deps.progress.all.peek(), { routeId, summary });
    const isSame = !isAnew && loaded.peek()?.summary === summary;
    if (isSame && at === undefined) return;
    link.cancel();
    link.take();
    isWarm = false;
    isPlaceChosen = at !== undefined;
    const next = { routeId, moduleId: moduleOfSound(summary.id), summary };
    batch(() => {
      between.forget();
      sound.put(next, at ?? stored);
    });
    if (!isSame) deps.keeper?.begin(next);
    speed.take(routeId);
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

  /** Has the start of the sound at hand, as a bare player has; until it is asked for nothing is told of it. */
  function warm(isPlaceKnown = isRestored): void {
    isWarmWanted = !isPlaceKnown;
    if (!isPlaceKnown || status.peek() !== 'paused' || link.hasSource) return;
    isWarm = true;
    void link.whenReady(give);
  }

  async function play(): Promise<void> {
    if (!loaded.peek()) return;
    // Between two modules, and after a pause there, what was heard does not start anew.
    if (between.play()) return;
    if (currentTime.peek() >= duration.peek() - END_MARGIN) seek(0);
    sound.failure.value = undefined;
    if (!isPlaying.peek()) status.value = 'loading';
    const getWait = () => (isPlaceChosen ? undefined : guide?.awaitStart());
    if (!(await link.whenReady(giveAndPlay, getWait))) sound.fail('network');
  }

  function pause(): void {
    link.cancel();
    link.pause();
    if (status.peek() === 'loading') status.value = 'paused';
  }

  /** @param isAsked - By the listener; the player's own steps leave no trail. */
  function seek(to: Seconds, isAsked = true): void {
    const isBetween = between.stop();
    between.forget();
    const target = Math.min(Math.max(0, to), duration.peek());
    if (isAsked) guide?.onJump(link.currentTime ?? currentTime.peek(), target);
    moveTo(target);
    if (status.peek() === 'ended') status.value = 'paused';
    // It sounded, so it goes on from there.
    if (isBetween && isAsked && target < duration.peek() - END_MARGIN) void play();
  }

  /** None of what sounds between two modules. */
  function exactTime(): Seconds | undefined {
    return upNext.peek() ? undefined : link.currentTime;
  }

  function moveTo(target: Seconds): void {
    isPlaceChosen = true;
    isWarm = false;
    time.set(target);
    if (link.hasSource) link.seek(target);
    // At once: without a connection the sound may never get there.
    deps.keeper?.moveTo(target);
  }

  function startBetween(): void {
    const now = loaded.peek();
    const next = now && !guide?.isLast() ? choose?.(now) : undefined;
    if (next) between.start(next);
  }

  function playNext(next: Sound): void {
    const ended = loaded.peek();
    if (!ended) return;
    open(ended.routeId, next);
    status.value = 'loading';
    giveAndPlay();
    deps.onAdvance?.(ended, next);
  }

  function onFact(event: EngineEvent): void {
    if (isWarm && event.kind !== 'loaded') {
      // Told when it is asked for: then it is tried again.
      if (event.kind === 'failed') link.take();
      return;
    }
    for (const watcher of [...watchers]) watcher(event, upNext.peek() !== undefined);
    if (upNext.peek()) {
      between.onFact(event);
      return;
    }
    deps.keeper?.onFact(event);
    if (event.kind === 'seeked') playedFrom = event.currentTime;
    if (event.kind === 'playing' && !isPlaying.peek()) playedFrom = currentTime.peek();
    batch(() => {
      sound.take(event);
      if (event.kind === 'playing') isPlaceChosen = false;
      if (event.kind === 'ratechange') rate.value = event.rate;
      if (event.kind === 'failed') onFailure(event.code);
      if (event.kind === 'ended') startBetween();
    });
  }

  /** A damaged or missing download gives way to the network, at the same second. */
  function onFailure(code: PlaybackErrorCode): void {
    if (code !== 'not-allowed' && link.fallBack(currentTime.peek(), code)) return;
    const reason = link.reasonOf(code);
    if (code !== 'not-allowed') link.take();
    sound.fail(reason);
  }

  return {
    loaded,
    ...nowPlaying,
    status,
    isPlaying,
    currentTime,
    duration,
    fileDuration: sound.fileDuration,
    rate,
    failure: sound.failure,
    /** What comes after the pause that plays now. */
    upNext,
    /** Tells every fact of the engine, before what is shown changes; returns the way to stop. */
    watch(watcher: FactWatcher): () => void {
      watchers.add(watcher);
      // The code of whoever watches may come after the first sound.
      if (isPlaying.peek()) watcher({ kind: 'playing' }, upNext.peek() !== undefined);
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
    /** Fetches all of the engine's code at the first touch of a play control, and the sound if it is the player's. */
    prepare(isForLoaded = false): void {
      link.prepare();
      if (isForLoaded) warm();
    },
    /** @param isPlaceKnown - Nothing that is stored can change it. */
    warm,
    /** Puts a module in the player without a sound; `at` wins over the remembered position. */
    open(routeId: string, moduleId: string, at?: Seconds): void {
      const summary = deps.content.sound(routeId, moduleId);
      if (summary) open(routeId, summary, at);
    },
    /** The page is seen again. */
    catchUp: time.catchUp,
    /** The position at this very moment while the engine has what is loaded, between two of its facts. */
    exactTime,
    /** Where the passage begins that is played now, for who comes later than the sound; `undefined` while it is silent. */
    playedFrom: () => (isPlaying.peek() && !upNext.peek() ? playedFrom : undefined),
    /** Takes in the remembered position once the storage was read, unless the listener was faster. */
    restorePosition(): void {
      const now = loaded.peek();
      isRestored = true;
      speed.take(now?.routeId ?? deps.content.catalog.peek().routes[0]?.id, true);
      // Asked for, but still waiting for the engine, it starts at the remembered place too.
      const isSilent = status.peek() === 'paused' || status.peek() === 'loading';
      if (!now || (link.hasSource && !isWarm) || !isSilent) return;
      if (!isPlaceChosen) {
        const place = storedPosition(deps.progress.all.peek(), now);
        time.set(place);
        // What was taken for a first visit was none: the browser forgot it when it was killed.
        if (link.hasSource && place > 0) link.seek(place);
      }
      if (isWarmWanted) warm();
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
      if (loaded.peek()?.summary !== summary) {
        guide?.onLeave(exactTime() ?? currentTime.peek());
        open(routeId, summary, at);
      } else if (at !== undefined) seek(at);
      await play();
    },
    seek,
    skip(by: Seconds): void {
      // The element's own time: what it told last is up to a quarter of a second old.
      const from = exactTime() ?? currentTime.peek();
      if (upNext.peek() && by > 0) between.goOn();
      else seek(from + by);
    },
    setRate: speed.set,
    /** Silent for good: nothing is in the player, and nothing comes in. */
    close(): void {
      isClosed = true;
      link.cancel();
      between.forget();
      sound.clear();
      link.take();
    },
  };
});

export type PlaybackState = InstanceType<typeof PlaybackModel>;
