/**
 * Makes sound with howler on one audio element of our own: the only file that knows howler.
 *
 * Howler creates, loads and unloads. Playing, pausing, seeking, rate and every fact are the element's
 * own (see `element-engine.ts`), because howler 2.2.4 hides or delays them:
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

/**
 * Fetches howler and makes the player.
 *
 * @throws the error of the import when the code cannot be fetched; a later call can succeed.
 */
export async function createHowlerEngine(options: HowlerEngineOptions = {}): Promise<AudioEngine> {
  const { default: howler } = await import('howler/dist/howler.core.min.js');
  const element = options.element ?? new Audio();
  return createElementEngine(element, createHowlerLoader(howler, element));
}

type HowlerCore = typeof import('howler/dist/howler.core.min.js')['default'];
type Howl = InstanceType<HowlerCore['Howl']>;

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
        // Playing loads the rest; until then no more than a bare element takes.
        preload: 'metadata',
        // The element tells its own errors; without an id howler refused before it asked the element.
        onloaderror: (soundId) => {
          if (soundId === null) onUnsupported();
        },
      });
    },
    unload,
    dispose() {
      unload();
      Howler._html5AudioPool = Howler._html5AudioPool.filter((pooled) => pooled !== element);
    },
  };
}
