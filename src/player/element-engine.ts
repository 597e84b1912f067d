/**
 * Asks an audio element, and tells what it says: each fact comes from an event of the element itself.
 * How a source gets into the element is left to a loader.
 */
import { MAX_RATE, MIN_RATE } from '../model/playback-rate.ts';
import type { Seconds } from '../model/units.ts';
import { canSeekTo, createAddresses } from './addresses.ts';
import { type Attempt, startAttempt } from './attempt.ts';
import type { AudioEngine, EngineEvent, EngineSource, PlaybackErrorCode } from './audio-engine.ts';
import { classifyMediaError } from './media-failure.ts';
import { createTrueEnd } from './true-end.ts';

/** Puts a source in the element and takes it out again. */
export interface SourceLoader {
  /** Sets the element's source; the one before is silent at once. */
  load(source: EngineSource, onUnsupported: () => void): void;
  /** Leaves the element without a sound. */
  dispose(): void;
}

/** A start position this close was reached: decoders snap to a frame. */
const START_TOLERANCE: Seconds = 0.1;

/** `HTMLMediaElement.HAVE_FUTURE_DATA`. */
const HAVE_FUTURE_DATA = 3;

/** `MediaError.MEDIA_ERR_ABORTED`: another source was asked for. */
const ABORTED = 1;

type Status = 'paused' | 'waiting' | 'playing';

/** Makes the player around an element; it adds its listeners at once. */
export function createElementEngine(element: HTMLAudioElement, loader: SourceLoader): AudioEngine {
  const listeners = new Set<(event: EngineEvent) => void>();
  const scope = new AbortController();
  const addresses = createAddresses();
  const trueEnd = createTrueEnd(() => performance.now());
  let attempt: Attempt | undefined;
  let status: Status = 'paused';
  let rate = 1;
  let toldRate = 1;

  function emit(event: EngineEvent): void {
    for (const listener of [...listeners]) listener(event);
  }

  function tell(next: Status): void {
    if (status === next) return;
    status = next;
    emit({ kind: next });
  }

  function fail(code: PlaybackErrorCode): void {
    if (attempt) addresses.noteFailure(attempt.source.url, code);
    status = 'paused';
    emit({ kind: 'failed', code });
  }

  function load(source: EngineSource): void {
    const now = startAttempt(source);
    attempt = now;
    trueEnd.note(now.target);
    // Loading puts the rate back to the default one.
    element.defaultPlaybackRate = rate;
    loader.load({ ...source, url: addresses.choose(source.url) }, () => {
      if (now === attempt) fail('unsupported');
    });
    element.preservesPitch = true;
    element.playbackRate = rate;
    // Before the metadata are there this is the place to start from, not a jump.
    if (now.target > 0) element.currentTime = now.target;
  }

  function clamp(to: Seconds): Seconds {
    const end = Number.isFinite(element.duration) ? element.duration : Number.POSITIVE_INFINITY;
    return Math.min(Math.max(0, to), end);
  }

  /** Until now the position was the element's promise; here it is checked, before the first sound. */
  function onMetadata(): void {
    if (!attempt || attempt.hasMetadata || attempt.isTooShort) return;
    if (attempt.target > 0 && attempt.target >= element.duration) {
      attempt.isTooShort = true;
      element.pause();
      fail('incomplete');
      return;
    }
    if (!canSeekTo(element)) {
      void takeWhole(attempt);
      return;
    }
    attempt.hasMetadata = true;
    const start = clamp(attempt.target);
    if (Math.abs(element.currentTime - start) > START_TOLERANCE) element.currentTime = start;
    trueEnd.note(start);
    tellLoaded();
    if (attempt.isSeekAsked && start === 0) emit({ kind: 'seeked', currentTime: 0 });
  }

  /** A host that answers a part with the whole lets nobody seek; from memory it can be done. */
  async function takeWhole(now: Attempt): Promise<void> {
    const asked = { isWanted: !element.paused };
    now.whole = asked;
    element.pause();
    const isThere = await addresses.fetchWhole(now.source.url);
    if (now !== attempt) return;
    now.whole = undefined;
    if (isThere) load({ ...now.source, startTime: now.target });
    else fail('network');
    if (isThere && asked.isWanted) play();
  }

  /** Some files tell their length late, or first as endless. */
  function tellLoaded(): void {
    const { duration } = element;
    if (!attempt?.hasMetadata || attempt.isLoadedTold || !Number.isFinite(duration)) return;
    attempt.isLoadedTold = true;
    emit({ kind: 'loaded', duration });
  }

  function onTime(): void {
    // Loading puts the time to 0 and says so; that is no place that anybody has been.
    if (!attempt?.hasMetadata || element.seeking || element.error) return;
    if (!element.ended) trueEnd.note(element.currentTime);
    recover();
    emit({ kind: 'timeupdate', currentTime: element.currentTime });
  }

  function onSeeked(): void {
    if (!attempt?.hasMetadata || element.seeking) return;
    trueEnd.note(element.currentTime);
    if (attempt.isStartSeek) attempt.isStartSeek = false;
    else emit({ kind: 'seeked', currentTime: element.currentTime });
    recover();
  }

  /** WebKitGTK fires no `playing` after a jump. */
  function recover(): void {
    if (status !== 'waiting' || element.paused || element.readyState < HAVE_FUTURE_DATA) return;
    tell('playing');
  }

  function onPause(): void {
    // At the end the element pauses as well; that fact is called `ended`.
    if (!attempt || attempt.whole || !element.paused || element.ended) return;
    tell('paused');
  }

  function onEnded(): void {
    if (!attempt?.hasMetadata) return;
    const { duration, playbackRate, error } = element;
    const fault = trueEnd.findFault(
      { duration, playbackRate, hasError: error !== null },
      attempt.source.duration,
    );
    status = 'paused';
    // Asked for again it starts where this end was.
    if (fault === 'incomplete') attempt.target = duration;
    if (fault) fail(fault);
    else emit({ kind: 'ended' });
  }

  async function onError(): Promise<void> {
    const now = attempt;
    const { error } = element;
    if (!now || !error || error.code === ABORTED) return;
    if (now.hasMetadata) now.target = trueEnd.lastTime;
    const { href } = new URL(now.source.url, document.baseURI);
    const code = await classifyMediaError(error.code, href, {
      isOnline: () => navigator.onLine,
      fetch: (url, init) => fetch(url, init),
    });
    if (now === attempt) fail(code);
  }

  function onRate(): void {
    if (element.playbackRate === toldRate) return;
    toldRate = element.playbackRate;
    emit({ kind: 'ratechange', rate: toldRate });
  }

  function play(): void {
    if (attempt?.whole) {
      attempt.whole.isWanted = true;
      return;
    }
    // An element with an error never plays again; its source has to be asked for anew.
    if (attempt && (element.error || attempt.isTooShort))
      load({ ...attempt.source, startTime: attempt.target });
    const now = attempt;
    if (!now) return;
    element.play().catch((error: unknown) => {
      if (now !== attempt || !(error instanceof DOMException)) return;
      // AbortError: paused or replaced meanwhile. NotSupportedError: the `error` event tells why.
      if (error.name === 'NotAllowedError') fail('not-allowed');
    });
  }

  const on = (name: keyof HTMLMediaElementEventMap, handler: () => void) =>
    element.addEventListener(name, handler, { signal: scope.signal });
  on('loadedmetadata', onMetadata);
  on('durationchange', tellLoaded);
  on('playing', () => attempt && !attempt.whole && !attempt.isTooShort && tell('playing'));
  on('waiting', () => attempt && !element.paused && !element.ended && tell('waiting'));
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
      if (attempt?.whole) {
        attempt.whole.isWanted = false;
        tell('paused');
      }
      element.pause();
    },
    seek(to) {
      if (!attempt || !Number.isFinite(to)) return;
      attempt.target = attempt.hasMetadata ? clamp(to) : Math.max(0, to);
      attempt.isStartSeek = false;
      attempt.isSeekAsked = true;
      trueEnd.note(attempt.target);
      element.currentTime = attempt.target;
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
      if (!attempt) return 0;
      return attempt.hasMetadata && !element.error ? element.currentTime : attempt.target;
    },
    get paused() {
      return !attempt || !(attempt.whole?.isWanted ?? !element.paused) || element.error !== null;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      attempt = undefined;
      scope.abort();
      addresses.dispose();
      listeners.clear();
      element.pause();
      loader.dispose();
    },
  };
}
