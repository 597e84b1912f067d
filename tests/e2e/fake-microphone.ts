/** A browser that records without a person: it agrees by itself, and hears a beep every second or so. */
import type { Page } from '@playwright/test';
import type { Milliseconds, Seconds } from '../../src/model/units.ts';
import type { Faults } from './app-test.ts';
import type { Profile, ProfileBrowser } from './fixtures.ts';

/** What Chromium must be started with. */
export const FAKE_MICROPHONE = [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
];

/** Opens a browser that can record; it is watched like the one of the test itself. */
export async function openWithMicrophone(
  profile: Profile,
  faults: Faults,
  options: Parameters<Profile['open']>[0] = {},
): Promise<ProfileBrowser> {
  const opened = await profile.open({ ...options, args: FAKE_MICROPHONE });
  await faults.watch(opened.context);
  // Before the downloads are known the player may ask for a sound on the device that is not there.
  faults.allow(/status of 404/);
  return opened;
}

/** A spoken note as it is on the device: its own length, and what its bytes really hold. */
export interface StoredVoice {
  id: string;
  /** As the note tells it. */
  duration: Seconds;
  pieces: number;
  /** As a decoder finds it. */
  decoded: Seconds;
}

/** Reads all spoken notes past the app, in the order of speaking. */
export async function storedVoices(page: Page): Promise<StoredVoice[]> {
  return page.evaluate(async () => {
    const request = indexedDB.open('luisterroute');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = database.transaction(['notes', 'voice']);
    const [notes, pieces] = await Promise.all(
      ['notes', 'voice'].map(
        (name) =>
          new Promise<{ [key: string]: unknown }[]>((resolve, reject) => {
            const asked = transaction.objectStore(name).getAll();
            asked.onsuccess = () => resolve(asked.result);
            asked.onerror = () => reject(asked.error);
          }),
      ),
    );
    database.close();
    const spoken = (notes ?? []).filter(({ voice }) => voice) as unknown as {
      id: string;
      createdAt: number;
      voice: { duration: number; pieces: number };
    }[];
    const found: { id: string; duration: number; pieces: number; decoded: number }[] = [];
    for (const { id, voice } of spoken.toSorted((one, other) => one.createdAt - other.createdAt)) {
      // Sorted by their key: the index of the piece.
      const own = (pieces ?? []).filter(({ noteId }) => noteId === id);
      const bytes = await new Blob(own.map(({ bytes }) => bytes as ArrayBuffer)).arrayBuffer();
      const sound = await new OfflineAudioContext(1, 1, 24_000).decodeAudioData(bytes);
      found.push({ id, duration: voice.duration, pieces: own.length, decoded: sound.duration });
    }
    return found;
  });
}

/** When the recorder of a page was started last, by the page's clock. Must be called before it is opened. */
export async function watchRecorder(page: Page): Promise<() => Promise<Milliseconds | undefined>> {
  await page.addInitScript(() => {
    const { start } = MediaRecorder.prototype;
    MediaRecorder.prototype.start = function watched(interval) {
      window.recordingSince = Date.now();
      start.call(this, interval);
    };
  });
  return () => page.evaluate(() => window.recordingSince);
}

declare global {
  interface Window {
    recordingSince?: number;
  }
}
