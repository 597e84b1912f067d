/** Where a sound is really asked for: ways around a host, or a cache, that sends it in another way than it should. */
import type { Seconds } from '../model/units.ts';
import type { PlaybackErrorCode } from './audio-engine.ts';

/** A host that sends no parts lets nobody past what has arrived; a sound this short needs none. */
const LEAST_REACH: Seconds = 0.5;

/**
 * Whether another second can be asked for: of a host that sends parts, or from memory.
 *
 * @param element - Knows its metadata.
 */
export function canSeekTo({ currentSrc, duration, seekable }: HTMLAudioElement): boolean {
  if (/^(blob|data):/.test(currentSrc) || !(duration > LEAST_REACH)) return true;
  return seekable.length > 0 && seekable.end(seekable.length - 1) > LEAST_REACH;
}

/** Failures that say that what came was wrong; it may still be kept under that address. */
const WRONG_FILE: readonly PlaybackErrorCode[] = [
  'decode',
  'unsupported',
  'not-audio',
  'incomplete',
];

/** Remembers what is known of addresses for as long as the app is open. */
export interface Addresses {
  /** @returns The file in memory, or an address that no cache holds of a file that came wrong before. */
  choose(url: string): string;
  noteFailure(url: string, code: PlaybackErrorCode): void;
  /** Fetches a file into memory, in the place of the one before. @returns Whether it came */
  fetchWhole(url: string): Promise<boolean>;
  dispose(): void;
}

export function createAddresses(): Addresses {
  const failures = new Map<string, number>();
  let whole: { url: string; inMemory: string } | undefined;

  function release(): void {
    if (whole) URL.revokeObjectURL(whole.inMemory);
    whole = undefined;
  }

  function choose(url: string): string {
    if (whole?.url === url) return whole.inMemory;
    const count = failures.get(url);
    return count === undefined ? url : `${url}?opnieuw=${count}`;
  }

  return {
    choose,
    noteFailure(url, code) {
      if (whole?.url === url) release();
      if (/^(blob|data):/.test(url) || !WRONG_FILE.includes(code)) return;
      failures.set(url, (failures.get(url) ?? 0) + 1);
    },
    async fetchWhole(url) {
      try {
        const response = await fetch(choose(url));
        if (!response.ok) return false;
        const blob = await response.blob();
        release();
        whole = { url, inMemory: URL.createObjectURL(blob) };
        return true;
      } catch {
        return false;
      }
    },
    dispose: release,
  };
}
