/**
 * Keeps where the listener is and what was heard, from the facts of the player. One write under way,
 * the newest next; what is not written yet goes to the tail when the page is put away.
 */
import { withHeard } from '../model/completion.ts';
import type { HeardRange } from '../model/coverage.ts';
import {
  type Listening,
  type ListeningFact,
  startListening,
  takeFact,
} from '../model/listening.ts';
import type { AudioKey, Progress } from '../model/progress.ts';
import type { Fraction, Milliseconds, Seconds, Timestamp } from '../model/units.ts';
import type { EngineEvent } from './audio-engine.ts';
import { listeningFact } from './listening-fact.ts';

/** Where positions go. */
export interface PositionSaverOptions {
  /** Resolves when it is stored, as `ProgressStore.save` does. */
  save: (progress: Progress) => Promise<void>;
  /** `storage/tail.ts`. */
  tail: { savePosition(progress: Progress): void; removePosition(key: AudioKey): void };
  now: () => Timestamp;
  /** A clock that never jumps. @defaultValue `performance.now` */
  clock?: () => Milliseconds;
  /** Told with every write, done or not; gives back what it is joined with what others know of the sound. */
  onProgress?: (progress: Progress) => Progress;
  /** Whether anybody can see the page. @defaultValue always */
  isSeen?: () => boolean;
  /** A write failed; it is tried again with the next fact, and after a wait. */
  onFailure?: (error: unknown) => void;
}

/** Follows one sound at a time. */
export interface PositionSaver {
  /**
   * Starts on a sound; what is known of the one before is still written.
   *
   * @param progress - With the catalog's duration and hash, if they are known.
   * @param completion - The share that counts as finished.
   */
  begin(progress: Progress, completion: Fraction): void;
  onFact(event: EngineEvent): void;
  /** Another place was chosen while nothing plays. */
  moveTo(position: Seconds): void;
  /** Counts a passage as heard that was left out on purpose. */
  addHeard(range: HeardRange): void;
  /**
   * For when the page is hidden or put away: writes to the tail at once, and to the storage.
   *
   * @param currentTime - Read from the engine at this moment, if it plays this sound.
   */
  flush(currentTime?: Seconds): void;
  readonly progress: Progress | undefined;
}

/** While it plays, so often a position is written at most. */
const SAVE_INTERVAL_MS: Milliseconds = 500;

/** The same on a page that nobody sees: each third fact. */
const UNSEEN_SAVE_INTERVAL_MS: Milliseconds = 700;

/** So much sound a kill may cost, at every speed: a second, less what passes while a write is under way. */
const MAX_UNSAVED: Seconds = 0.9;

/** How far apart `timeupdate` comes. */
const FACT_INTERVAL_MS: Milliseconds = 250;

const RETRY_DELAY_MS: Milliseconds = 2000;

/** Makes the saver; it does nothing until `begin`. */
export function createPositionSaver(options: PositionSaverOptions): PositionSaver {
  const { save, tail, now, onProgress, onFailure } = options;
  const isSeen = options.isSeen ?? (() => true);
  const clock = options.clock ?? (() => performance.now());
  const pending = new Map<AudioKey, Progress>();
  let progress: Progress | undefined;
  let completion: Fraction = 1;
  let listening: Listening = startListening(0, 1, 0);
  let mediaDuration: Seconds | undefined;
  let isWriting = false;
  let isUnwritten = false;
  let lastWriteAt = Number.NEGATIVE_INFINITY;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;

  /** A fact that comes just too early leaves the write to the next one: that time is taken off beforehand. */
  function interval(): Milliseconds {
    const usual = isSeen() ? SAVE_INTERVAL_MS : UNSEEN_SAVE_INTERVAL_MS;
    return Math.min(usual, (MAX_UNSAVED * 1000) / listening.rate - FACT_INTERVAL_MS);
  }

  function change(next: Progress): void {
    // A clock that was set back must not make the newer position look older.
    const updatedAt = Math.max(now(), next.updatedAt + 1);
    progress = { ...next, updatedAt };
    isUnwritten = true;
  }

  /** Where the player is, and what was heard on the way there. */
  function take(fact: ListeningFact): void {
    const place = 'currentTime' in fact ? fact.currentTime : undefined;
    if (place !== undefined && !Number.isFinite(place)) return;
    const { state, heard } = takeFact(listening, fact);
    listening = state;
    if (!progress || place === undefined) return;
    const moved: Progress = { ...progress, position: place };
    change(heard ? { ...withHeard(moved, heard, completion, now()), lastPlayedAt: now() } : moved);
  }

  function reach(currentTime: Seconds, kind: 'time' | 'seeked'): void {
    take({ kind, currentTime, at: clock() });
  }

  /** @param isRoutine - One of many while it plays; nobody has to be told of it on a page that is not seen. */
  function write(isRoutine = false): void {
    if (!progress || !isUnwritten) return;
    isUnwritten = false;
    lastWriteAt = clock();
    if (!isRoutine || isSeen()) progress = onProgress?.(progress) ?? progress;
    pending.set(progress.key, progress);
    void writePending();
  }

  async function writePending(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    clearTimeout(retryTimer);
    try {
      for (let next = pending.values().next(); !next.done; next = pending.values().next()) {
        const writing = next.value;
        await save(writing);
        if (pending.get(writing.key) === writing) pending.delete(writing.key);
        if (progress === writing || progress?.key !== writing.key) tail.removePosition(writing.key);
      }
    } catch (error) {
      onFailure?.(error);
      retryTimer = setTimeout(() => void writePending(), RETRY_DELAY_MS);
    } finally {
      isWriting = false;
    }
  }

  return {
    begin(next, share) {
      write();
      progress = next;
      completion = share;
      isUnwritten = false;
      mediaDuration = undefined;
      lastWriteAt = Number.NEGATIVE_INFINITY;
      listening = startListening(next.position, listening.rate, clock());
    },
    onFact(event) {
      if (!progress) return;
      // The last fact before an end may be a moment old.
      if (event.kind === 'ended' && mediaDuration !== undefined) reach(mediaDuration, 'time');
      take(listeningFact(event, clock()));
      switch (event.kind) {
        case 'loaded':
          mediaDuration = event.duration;
          if (progress.duration === 0) change({ ...progress, duration: event.duration });
          break;
        case 'playing':
          change({ ...progress, lastPlayedAt: now() });
          break;
        case 'timeupdate':
          if (clock() - lastWriteAt >= interval()) write(true);
          break;
        case 'seeked':
        case 'ended':
        case 'paused':
        case 'failed':
          write();
          break;
        case 'waiting':
        case 'ratechange':
          break;
      }
    },
    moveTo(position) {
      if (!progress) return;
      reach(Math.max(0, position), 'seeked');
      write();
    },
    addHeard(range) {
      if (progress) change(withHeard(progress, range, completion, now()));
      write();
    },
    flush(currentTime) {
      if (!progress) return;
      // What stands still has told its place already; a page that is only looked at writes nothing.
      if (currentTime !== undefined && listening.isPlaying) reach(currentTime, 'time');
      if (isUnwritten || pending.has(progress.key)) tail.savePosition(progress);
      for (const waiting of pending.values()) {
        if (waiting.key !== progress.key) tail.savePosition(waiting);
      }
      write();
    },
    get progress() {
      return progress;
    },
  };
}
