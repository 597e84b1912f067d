/**
 * What is loaded in the player and what it does. Requests go to the engine; what is shown follows
 * from the engine's facts only. Works from the catalog alone, so that a tap never waits for text.
 */
import { batch, computed, createModel, signal } from '@preact/signals-core';
import type { LearningModule } from '../model/learning-module.ts';
import type { ModuleSummary } from '../model/learning-route.ts';
import { audioKey } from '../model/progress.ts';
import { END_MARGIN, resumePosition } from '../model/resume.ts';
import { chapterAt, sentenceAt, timedSentences } from '../model/timeline.ts';
import type { Seconds } from '../model/units.ts';
import type { AudioEngine, EngineEvent, PlaybackErrorCode } from '../player/audio-engine.ts';
import type { ContentState } from './content.ts';
import type { ProgressState } from './progress.ts';

export type PlaybackStatus =
  | 'idle'
  | 'loading'
  | 'waiting'
  | 'playing'
  | 'paused'
  | 'ended'
  | 'failed';

/** The module whose sound the player has. */
export interface LoadedAudio {
  routeId: string;
  summary: ModuleSummary;
}

/** Keeps what was heard and where the listener is; see `player/position-saver.ts`. */
export interface PositionKeeper {
  begin(loaded: LoadedAudio): void;
  onFact(event: EngineEvent): void;
  /** The position was chosen while nothing plays. */
  moveTo(position: Seconds): void;
}

export interface PlaybackDeps {
  content: ContentState;
  progress: ProgressState;
  /** Absent while prerendering. */
  createEngine?: () => Promise<AudioEngine>;
  /** Where to get the sound: from the device when it is proven to be there, else from the network. */
  chooseUrl: (summary: ModuleSummary) => { url: string; fallback?: string };
  keeper?: PositionKeeper;
  initialRate: number;
  saveRate: (rate: number) => void;
}

export const MIN_RATE = 0.5;
export const MAX_RATE = 3;

export const PlaybackModel = createModel((deps: PlaybackDeps) => {
  const loaded = signal<LoadedAudio | undefined>(undefined);
  const status = signal<PlaybackStatus>('idle');
  const currentTime = signal<Seconds>(0);
  const rate = signal(deps.initialRate);
  const failure = signal<PlaybackErrorCode | undefined>(undefined);

  const duration = computed<Seconds>(() => loaded.value?.summary.audio?.duration ?? 0);
  const isPlaying = computed(() => status.value === 'playing' || status.value === 'waiting');
  const module = computed<LearningModule | undefined>(() => {
    const now = loaded.value;
    if (!now) return undefined;
    const load = deps.content.module(now.routeId, now.summary.id).value;
    return load.kind === 'ready' ? load.module : undefined;
  });
  const sentences = computed(() => (module.value ? timedSentences(module.value) : []));
  const chapter = computed(() => chapterAt(module.value?.chapters ?? [], currentTime.value));
  const sentenceId = computed(() => sentenceAt(sentences.value, currentTime.value)?.id);
  const neighbours = computed(() => {
    const now = loaded.value;
    const playable = deps.content.catalog.value.routes
      .find((route) => route.id === now?.routeId)
      ?.modules.filter((summary) => summary.audio !== undefined);
    const index = playable?.findIndex((summary) => summary.id === now?.summary.id) ?? -1;
    return { previous: index > 0 ? playable?.[index - 1] : undefined, next: playable?.[index + 1] };
  });

  let engine: AudioEngine | undefined;
  let enginePromise: Promise<AudioEngine | undefined> | undefined;
  /** What the engine was given; differs from `loaded` until the first play. */
  let source: { loaded: LoadedAudio; fallback?: string } | undefined;
  /** Each new wish to play or stop makes an older, still waiting one void. */
  let wish = 0;

  function storedPosition({ routeId, summary }: LoadedAudio): Seconds {
    const progress = deps.progress.all.peek().get(audioKey(routeId, summary.id));
    return resumePosition(progress, summary.audio?.duration ?? 0, summary.audio?.hash);
  }

  function prepare(): void {
    if (enginePromise || !deps.createEngine) return;
    enginePromise = deps
      .createEngine()
      .then((created) => {
        engine = created;
        created.setRate(rate.peek());
        created.onEvent(onFact);
        return created;
      })
      .catch(() => {
        enginePromise = undefined;
        return undefined;
      });
  }

  function open(routeId: string, summary: ModuleSummary, at?: Seconds): void {
    if (!summary.audio) return;
    const stored = storedPosition({ routeId, summary });
    const isSame = loaded.peek()?.summary === summary;
    if (isSame && at === undefined) return;
    wish += 1;
    engine?.pause();
    batch(() => {
      loaded.value = { routeId, summary };
      currentTime.value = Math.min(at ?? stored, summary.audio?.duration ?? 0);
      status.value = 'paused';
      failure.value = undefined;
    });
    if (!isSame) deps.keeper?.begin({ routeId, summary });
    source = undefined;
  }

  function give(to: AudioEngine): void {
    const now = loaded.peek();
    if (!now?.summary.audio || source?.loaded === now) return;
    const { url, fallback } = deps.chooseUrl(now.summary);
    source = { loaded: now, ...(fallback === undefined ? {} : { fallback }) };
    to.load({ url, type: now.summary.audio.type, startTime: currentTime.peek() });
  }

  async function play(): Promise<void> {
    if (!loaded.peek()) return;
    if (currentTime.peek() >= duration.peek() - END_MARGIN) seek(0);
    const turn = ++wish;
    failure.value = undefined;
    if (!isPlaying.peek()) status.value = 'loading';
    prepare();
    const ready = engine ?? (await enginePromise);
    if (turn !== wish) return;
    if (!ready) {
      batch(() => {
        status.value = 'failed';
        failure.value = 'network';
      });
      return;
    }
    give(ready);
    ready.play();
  }

  function pause(): void {
    wish += 1;
    engine?.pause();
    if (status.peek() === 'loading') status.value = 'paused';
  }

  function seek(to: Seconds): void {
    const target = Math.min(Math.max(0, to), duration.peek());
    const isGiven = source !== undefined && source.loaded === loaded.peek();
    if (isGiven && engine) engine.seek(target);
    currentTime.value = target;
    if (!isGiven) deps.keeper?.moveTo(target);
    if (status.peek() === 'ended') status.value = 'paused';
  }

  function onFact(event: EngineEvent): void {
    if (!source || source.loaded !== loaded.peek()) return;
    deps.keeper?.onFact(event);
    batch(() => {
      switch (event.kind) {
        case 'playing':
          status.value = 'playing';
          failure.value = undefined;
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
          break;
      }
    });
  }

  /** A damaged or missing download gives way to the network, at the same second. */
  function onFailure(code: PlaybackErrorCode): void {
    const now = loaded.peek();
    if (code !== 'not-allowed' && source?.fallback !== undefined && engine && now?.summary.audio) {
      const url = source.fallback;
      source = { loaded: now };
      engine.load({ url, type: now.summary.audio.type, startTime: currentTime.peek() });
      engine.play();
      return;
    }
    if (code !== 'not-allowed') source = undefined;
    status.value = code === 'not-allowed' ? 'paused' : 'failed';
    failure.value = code;
  }

  return {
    loaded,
    module,
    status,
    isPlaying,
    currentTime,
    duration,
    rate,
    failure,
    chapter,
    sentenceId,
    neighbours,
    /** Fetches the code of the engine; called on the first touch of a play control. */
    prepare,
    /** Puts a module in the player without a sound; `at` wins over the remembered position. */
    open(routeId: string, moduleId: string, at?: Seconds): void {
      const summary = deps.content.summary(routeId, moduleId);
      if (summary) open(routeId, summary, at);
    },
    /** The position at this very moment while the engine has the sound, between two of its facts. */
    exactTime: (): Seconds | undefined =>
      source !== undefined && source.loaded === loaded.peek() ? engine?.currentTime : undefined,
    /** Takes in the remembered position once the storage was read, unless the listener was faster. */
    restorePosition(): void {
      const now = loaded.peek();
      if (!now || source || status.peek() !== 'paused' || currentTime.peek() > 0) return;
      currentTime.value = storedPosition(now);
    },
    play,
    pause,
    toggle(): void {
      if (isPlaying.peek()) pause();
      else void play();
    },
    /** Opens and plays in one wish. */
    async playModule(routeId: string, moduleId: string, at?: Seconds): Promise<void> {
      const summary = deps.content.summary(routeId, moduleId);
      if (!summary) return;
      if (loaded.peek()?.summary === summary) {
        if (at !== undefined) seek(at);
      } else {
        open(routeId, summary, at);
      }
      await play();
    },
    seek,
    skip(by: Seconds): void {
      seek(currentTime.peek() + by);
    },
    /** Steps of 0.1, from {@link MIN_RATE} to {@link MAX_RATE}. */
    setRate(value: number): void {
      const next = Math.min(MAX_RATE, Math.max(MIN_RATE, Math.round(value * 10) / 10));
      rate.value = next;
      engine?.setRate(next);
      deps.saveRate(next);
    },
  };
});

export type PlaybackState = InstanceType<typeof PlaybackModel>;
