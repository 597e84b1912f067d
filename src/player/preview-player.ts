/**
 * A second, plain element for sounds that are asked for by a press: passages, spoken notes and the tick of a mark.
 * It knows nothing of the position in the module, and so can never move it.
 */
import type { Seconds } from '../model/units.ts';

/** A piece of a sound. Times are in seconds. */
export interface PreviewPassage {
  /** Addresses of the same sound; the next one is tried when one fails. */
  urls: readonly string[];
  startTime: Seconds;
  endTime: Seconds;
  /** 1 is normal. */
  rate: number;
}

/** A fact about the passage; a tick tells nothing. */
export type PreviewEvent =
  | { kind: 'playing' | 'stopped' | 'failed' }
  | { kind: 'timeupdate'; currentTime: Seconds };

/** Plays one thing at a time. */
export interface PreviewPlayer {
  /** A short sound of the app itself; where the browser refuses it, there is none. */
  playSound(url: string): void;
  /** Stops at the end of the passage; to be called inside the press. */
  playPassage(passage: PreviewPassage): void;
  /**
   * To be called inside the press when the sound itself has to be fetched first: an element that was
   * loaded in a press may be played after it.
   *
   * @see https://webkit.org/blog/7734/auto-play-policy-changes-for-macos/
   */
  claim(): void;
  /** Goes on from another second of the passage that plays. */
  seek(to: Seconds): void;
  stop(): void;
  onEvent(listener: (event: PreviewEvent) => void): () => void;
}

/** A start position this close was reached: decoders snap to a frame. */
const START_TOLERANCE: Seconds = 0.1;

/** @param createElement - Called at the first sound, not before. @defaultValue `new Audio()` */
export function createPreviewPlayer(
  createElement: () => HTMLAudioElement = () => new Audio(),
): PreviewPlayer {
  const listeners = new Set<(event: PreviewEvent) => void>();
  let element: HTMLAudioElement | undefined;
  let passage: PreviewPassage | undefined;
  let urls: readonly string[] = [];

  function tell(event: PreviewEvent): void {
    for (const listener of [...listeners]) listener(event);
  }

  function end(kind: 'stopped' | 'failed'): void {
    if (!passage) return;
    passage = undefined;
    element?.pause();
    tell({ kind });
  }

  function prepare(): HTMLAudioElement {
    if (element) return element;
    const created = createElement();
    created.addEventListener('loadedmetadata', () => reachStart(created));
    created.addEventListener('playing', () => passage && tell({ kind: 'playing' }));
    created.addEventListener('timeupdate', () => {
      if (!passage) return;
      tell({ kind: 'timeupdate', currentTime: created.currentTime });
      if (created.currentTime >= passage.endTime) end('stopped');
    });
    created.addEventListener('ended', () => end('stopped'));
    // A call or a headset pauses this element too.
    created.addEventListener('pause', () => created.paused && !created.ended && end('stopped'));
    created.addEventListener('error', () => tryNext(created));
    element = created;
    return created;
  }

  function reachStart(created: HTMLAudioElement): void {
    if (!passage) return;
    if (Math.abs(created.currentTime - passage.startTime) > START_TOLERANCE) {
      created.currentTime = passage.startTime;
    }
  }

  function tryNext(created: HTMLAudioElement): void {
    if (!passage) return;
    const [url, ...others] = urls;
    if (url === undefined) {
      end('failed');
      return;
    }
    urls = others;
    const now = passage;
    created.defaultPlaybackRate = now.rate;
    created.src = url;
    created.currentTime = now.startTime;
    play(created, () => {
      if (now === passage) end('failed');
    });
  }

  function play(created: HTMLAudioElement, onRefused: () => void): void {
    created.play().catch((error: unknown) => {
      // AbortError: replaced or stopped meanwhile. NotSupportedError: the `error` event tells it too.
      if (error instanceof DOMException && error.name === 'NotAllowedError') onRefused();
    });
  }

  return {
    playSound(url) {
      end('stopped');
      const created = prepare();
      created.defaultPlaybackRate = 1;
      created.src = url;
      play(created, () => undefined);
    },
    playPassage(next) {
      end('stopped');
      passage = next;
      urls = next.urls;
      tryNext(prepare());
    },
    claim() {
      end('stopped');
      const created = prepare();
      created.removeAttribute('src');
      created.load();
    },
    seek(to) {
      if (passage && element) element.currentTime = to;
    },
    stop: () => end('stopped'),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
