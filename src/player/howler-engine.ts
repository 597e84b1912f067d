/**
 * Makes sound with howler on one audio element of our own: the only file that knows howler.
 *
 * Howler comes at the first touch of a play control, and nothing waits for it: the sound that is loaded by
 * then was given to the element itself. From the next sound on howler loads and unloads. Playing, pausing,
 * seeking, rate and every fact are the element's own (see `element-engine.ts`), because howler 2.2.4 hides or
 * delays them:
 * - its unlock on the first tap calls `load()`, which resets the position
 *   (https://github.com/goldfire/howler.js/issues/1736): switched off;
 * - it goes on telling "playing" after a pause from outside and resumes from its own idea of the
 *   position (https://github.com/goldfire/howler.js/issues/1171);
 * - its `play()` waits for `canplaythrough`, which iOS 17.4 may never send, and so falls out of the tap
 *   or the `ended` handler that allowed it (https://github.com/goldfire/howler.js/issues/1711);
 * - `howl.seek()` while playing gets stuck in WebKitGTK, where `currentTime` goes on;
 * - with its unlock off it takes a new element for every sound, and a new one may be locked
 *   (https://github.com/goldfire/howler.js/issues/1668): its pool holds exactly ours;
 * - it opens an AudioContext for html5 sound too, and one that stops in the background
 *   (https://github.com/goldfire/howler.js/issues/1309): its Web Audio is switched off.
 */
import type { AudioEngine } from './audio-engine.ts';
import { createElementEngine, type SourceLoader } from './element-engine.ts';

/** What tests and a second player choose for themselves. */
export interface HowlerEngineOptions {
  /** The element to play on. @defaultValue a new one, outside the document */
  element?: HTMLAudioElement;
}

/** Howler wants to know the kind of a file by its extension; addresses like `blob:` have none. */
const FORMATS: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/mp4': 'mp4',
  'audio/ogg': 'ogg',
  'audio/aac': 'aac',
  'audio/wav': 'wav',
  'audio/flac': 'flac',
  'audio/webm': 'webm',
};

/** Makes the player; howler is fetched when it is prepared. */
export function createHowlerEngine(
  options: HowlerEngineOptions = {},
): AudioEngine & Required<Pick<AudioEngine, 'prepare'>> {
  const element = options.element ?? new Audio();
  const loader = createLoader(element);
  return Object.assign(createElementEngine(element, loader), { prepare: loader.prepare });
}

type HowlerCore = typeof import('howler/dist/howler.core.min.js')['default'];
type Howl = InstanceType<HowlerCore['Howl']>;

/** Gives sounds to the element itself until howler is there. */
function createLoader(element: HTMLAudioElement): SourceLoader & { prepare(): Promise<void> } {
  let howler: SourceLoader | undefined;
  let fetching: Promise<void> | undefined;
  let isDisposed = false;

  async function fetchHowler(): Promise<void> {
    try {
      const { default: core } = await import('howler/dist/howler.core.min.js');
      if (!isDisposed) howler = createHowlerLoader(core, element);
    } catch {
      // Offline: the element goes on by itself, and the next touch tries again.
      fetching = undefined;
    }
  }

  return {
    prepare() {
      fetching ??= fetchHowler();
      return fetching;
    },
    load(source, onUnsupported) {
      if (howler) howler.load(source, onUnsupported);
      else loadPlainly(element, source.url);
    },
    dispose() {
      isDisposed = true;
      element.removeAttribute('src');
      howler?.dispose();
    },
  };
}

function loadPlainly(element: HTMLAudioElement, url: string): void {
  element.preload = 'metadata';
  element.src = url;
}

function createHowlerLoader({ Howl, Howler }: HowlerCore, element: HTMLAudioElement): SourceLoader {
  // Before the first Howl: both are read when one is made.
  Howler.autoUnlock = false;
  Howler.usingWebAudio = false;
  Howler.html5PoolSize = 1;
  Howler._html5AudioPool = [Object.assign(element, { _unlocked: true })];
  let howl: Howl | undefined;

  function unload(): void {
    // Gives the element back to the pool: at any moment one Howl at most.
    howl?.unload();
    howl = undefined;
  }

  return {
    load({ url, type }, onUnsupported) {
      unload();
      howl = new Howl({
        src: [url],
        format: [FORMATS[type] ?? 'mp3'],
        html5: true,
        // Howler sets it on the element, which otherwise would be loud again after a fade.
        volume: element.volume,
        // Playing loads the rest; until then no more than a bare element takes.
        preload: 'metadata',
        // The element tells its own errors; without an id howler refused before it asked the element.
        onloaderror: (soundId) => {
          if (soundId === null) onUnsupported();
        },
      });
    },
    dispose() {
      unload();
      Howler._html5AudioPool = Howler._html5AudioPool.filter((pooled) => pooled !== element);
    },
  };
}
