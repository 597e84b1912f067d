/**
 * Asks an audio element, and tells what it says: each fact comes from an event of the element itself.
 * How a source gets into the element is left to a loader.
 */
import { MAX_RATE, MIN_RATE } from '../model/playback-rate.ts';
import type { Seconds } from '../model/units.ts';
import { canSeekTo, createAddresses } from './addresses.ts';
import type { AudioEngine, EngineEvent, EngineSource, PlaybackErrorCode } from './audio-engine.ts';
import { classifyMediaError } from './media-failure.ts';

/** Puts a source in the element and takes it out again. */
export interface SourceLoader {
  /** Sets the element's source; the one before is silent at once. */
  load(source: EngineSource, onUnsupported: () => void): void;
  /** Leaves the element without a sound. */
  dispose(): void;
}

/** A start position this close was reached: decoders snap to a frame. */
const START_TOLERANCE: Seconds = 0.1;

/** How long before the end the last time may have been told, at normal speed and with a quick clock. */
const END_TOLERANCE: Seconds = 3;

/** An end so long before the one that was promised is no end. */
const MISSING_TIME: Seconds = 5;

/** `HTMLMediaElement.HAVE_FUTURE_DATA`. */
const HAVE_FUTURE_DATA = 3;

/** `MediaError.MEDIA_ERR_ABORTED`: another source was asked for. */
const ABORTED = 1;

type Status = 'paused' | 'waiting' | 'playing';

/** Makes the player around an element; it adds its listeners at once. */
export function createElementEngine(element: HTMLAudioElement, loader: SourceLoader): AudioEngine {
  const listeners = new Set<(event: EngineEvent) => void>();
  const scope = new AbortController();
  let source: EngineSource | undefined;
  /** Raised by every load, so that answers about an older source are dropped. */
  let turn = 0;
  let hasMetadata = false;
  let isLoadedTold = false;
  /** Where to be as soon as the element knows its length. */
  let target: Seconds = 0;
  /** The element's own way to the start position is no jump of the listener. */
  let isStartSeek = false;
  let isSeekAsked = false;
  /** The place to start from is not in the sound: it plays nothing, rather than something else. */
  let isTooShort = false;
  /** The host sends no parts, so all of it is fetched; whether it is to play then. */
  let whole: { isWanted: boolean } | undefined;
  const addresses = createAddresses();
  let status: Status = 'paused';
  let rate = 1;
  let toldRate = 1;
  let lastTime: Seconds = 0;
  let lastTimeAt = 0;

  function emit(event: EngineEvent): void {
    for (const listener of [...listeners]) listener(event);
  }

  function tell(next: Status): void {
    if (status === next) return;
    status = next;
    emit({ kind: next });
  }

  function noteTime(time: Seconds): void {
    lastTime = time;
    lastTimeAt = performance.now();
  }

  function fail(code: PlaybackErrorCode): void {
    if (source) addresses.noteFailure(source.url, code);
    status = 'paused';
    emit({ kind: 'failed', code });
  }

  function load(next: EngineSource): void {
    turn += 1;
    const now = turn;
    source = next;
    hasMetadata = false;
    isLoadedTold = false;
    isSeekAsked = false;
    isTooShort = false;
    whole = undefined;
    target = Number.isFinite(next.startTime) ? Math.max(0, next.startTime) : 0;
    isStartSeek = target > 0;
    noteTime(target);
    // Loading puts the rate back to the default one.
    element.defaultPlaybackRate = rate;
    loader.load({ ...next, url: addresses.choose(next.url) }, () => {
      if (now === turn) fail('unsupported');
    });
    element.preservesPitch = true;
    element.playbackRate = rate;
    // Before the metadata are there this is the place to start from, not a jump.
    if (target > 0) element.currentTime = target;
  }

  function clamp(to: Seconds): Seconds {
    const end = Number.isFinite(element.duration) ? element.duration : Number.POSITIVE_INFINITY;
    return Math.min(Math.max(0, to), end);
  }

  /** Until now the position was the element's promise; here it is checked, before the first sound. */
  function onMetadata(): void {
    if (!source || hasMetadata || isTooShort) return;
    if (target > 0 && target >= element.duration) {
      isTooShort = true;
      element.pause();
      fail('incomplete');
      return;
    }
    if (!canSeekTo(element)) {
      void takeWhole(source);
      return;
    }
    hasMetadata = true;
    const start = clamp(target);
    if (Math.abs(element.currentTime - start) > START_TOLERANCE) element.currentTime = start;
    noteTime(start);
    tellLoaded();
    if (isSeekAsked && start === 0) emit({ kind: 'seeked', currentTime: 0 });
  }

  /** A host that answers a part with the whole lets nobody seek; from memory it can be done. */
  async function takeWhole(from: EngineSource): Promise<void> {
    const now = turn;
    const asked = { isWanted: !element.paused };
    whole = asked;
    element.pause();
    const isThere = await addresses.fetchWhole(from.url);
    if (now !== turn) return;
    whole = undefined;
    if (isThere) load({ ...from, startTime: target });
    else fail('network');
    if (isThere && asked.isWanted) play();
  }

  /** Some files tell their length late, or first as endless. */
  function tellLoaded(): void {
    if (!source || !hasMetadata || isLoadedTold || !Number.isFinite(element.duration)) return;
    isLoadedTold = true;
    emit({ kind: 'loaded', duration: element.duration });
  }

  function onTime(): void {
    // Loading puts the time to 0 and says so; that is no place that anybody has been.
    if (!source || !hasMetadata || element.seeking || element.error) return;
    if (!element.ended) noteTime(element.currentTime);
    recover();
    emit({ kind: 'timeupdate', currentTime: element.currentTime });
  }

  function onSeeked(): void {
    if (!source || !hasMetadata || element.seeking) return;
    noteTime(element.currentTime);
    if (isStartSeek) {
      isStartSeek = false;
    } else {
      emit({ kind: 'seeked', currentTime: element.currentTime });
    }
    recover();
  }

  /** WebKitGTK fires no `playing` after a jump. */
  function recover(): void {
    if (status !== 'waiting' || element.paused || element.readyState < HAVE_FUTURE_DATA) return;
    tell('playing');
  }

  function onPause(): void {
    // At the end the element pauses as well; that fact is called `ended`.
    if (!source || whole || !element.paused || element.ended) return;
    tell('paused');
  }

  /** A lost connection looks like an end in some browsers: the last time must have been near it. */
  function onEnded(): void {
    if (!source || !hasMetadata) return;
    const passed = (performance.now() - lastTimeAt) / 1000;
    const reach = (END_TOLERANCE + passed) * Math.max(1, element.playbackRate);
    status = 'paused';
    if (element.error !== null || element.duration - lastTime > reach) fail('network');
    else if (source.duration !== undefined && source.duration - element.duration > MISSING_TIME) {
      // Asked for again it starts where this end was.
      target = element.duration;
      fail('incomplete');
    } else emit({ kind: 'ended' });
  }

  async function onError(): Promise<void> {
    const { error } = element;
    if (!source || !error || error.code === ABORTED) return;
    const now = turn;
    if (hasMetadata) target = lastTime;
    const code = await classifyMediaError(error.code, new URL(source.url, document.baseURI).href, {
      isOnline: () => navigator.onLine,
      fetch: (url, init) => fetch(url, init),
    });
    if (now === turn) fail(code);
  }

  function onRate(): void {
    if (element.playbackRate === toldRate) return;
    toldRate = element.playbackRate;
    emit({ kind: 'ratechange', rate: toldRate });
  }

  function play(): void {
    if (!source) return;
    if (whole) {
      whole.isWanted = true;
      return;
    }
    // An element with an error never plays again; its source has to be asked for anew.
    if (element.error || isTooShort) load({ ...source, startTime: target });
    const now = turn;
    element.play().catch((error: unknown) => {
      if (now !== turn || !(error instanceof DOMException)) return;
      // AbortError: paused or replaced meanwhile. NotSupportedError: the `error` event tells why.
      if (error.name === 'NotAllowedError') fail('not-allowed');
    });
  }

  const on = (name: keyof HTMLMediaElementEventMap, handler: () => void) =>
    element.addEventListener(name, handler, { signal: scope.signal });
  on('loadedmetadata', onMetadata);
  on('durationchange', tellLoaded);
  on('playing', () => source && !whole && !isTooShort && tell('playing'));
  on('waiting', () => source && !element.paused && !element.ended && tell('waiting'));
  on('pause', onPause);
  // Another source silences the old one without a `pause`.
  on('emptied', onPause);
  on('timeupdate', onTime);
  on('seeked', onSeeked);
  on('ended', onEnded);
  on('ratechange', onRate);
  on('error', () => void onError());

  return {
    load,
    play,
    pause() {
      if (whole) {
        whole.isWanted = false;
        tell('paused');
      }
      element.pause();
    },
    seek(to) {
      if (!source || !Number.isFinite(to)) return;
      target = hasMetadata ? clamp(to) : Math.max(0, to);
      isStartSeek = false;
      isSeekAsked = true;
      noteTime(target);
      element.currentTime = target;
    },
    setRate(next) {
      if (!Number.isFinite(next)) return;
      rate = Math.min(MAX_RATE, Math.max(MIN_RATE, next));
      element.defaultPlaybackRate = rate;
      element.playbackRate = rate;
    },
    setVolume(next) {
      if (Number.isFinite(next)) element.volume = Math.min(1, Math.max(0, next));
    },
    get currentTime() {
      if (!source) return 0;
      return hasMetadata && !element.error ? element.currentTime : target;
    },
    get paused() {
      return !source || !(whole?.isWanted ?? !element.paused) || element.error !== null;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      turn += 1;
      source = undefined;
      scope.abort();
      addresses.dispose();
      listeners.clear();
      element.pause();
      loader.dispose();
    },
  };
}
