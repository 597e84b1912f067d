/**
 * Plays audio that is on the device from its pieces: downloads, and recordings that were added. One Blob made of all pieces is kept for the audio that plays
 * now; it holds references, not bytes. Who stored the pieces and checked them is not known here.
 */
import { type AudioManifest, readAudioManifest } from '../model/audio-manifest.ts';
import {
  AUDIO_CACHE,
  audioManifestPath,
  audioPiecePath,
  RECORDING_CACHE,
  readAudioPath,
} from '../model/cache-names.ts';
import type { Sha256 } from '../model/units.ts';
import { answerRange } from './range-response.ts';

interface WholeAudio {
  blob: Blob;
  type: string;
}

/** The downloaded audio below one base address. */
export class DownloadedAudio {
  readonly #caches: CacheStorage;
  readonly #base: string;
  #current: { hash: Sha256; audio: Promise<WholeAudio | undefined> } | undefined;

  /** @param base - The absolute address of the app's folder, ending with a slash. */
  constructor(caches: CacheStorage, base: string) {
    this.#caches = caches;
    this.#base = base;
  }

  /**
   * Answers a request of the player.
   *
   * @param path - Relative to the base.
   * @returns 404 before any body when a piece is missing: every engine then fires `error` at once,
   * and the page goes on from the network.
   */
  async answer(path: string, range: string | null): Promise<Response> {
    const key = readAudioPath(path);
    const audio = key?.part === 'whole' ? await this.#open(key.hash) : undefined;
    if (!audio) return new Response(undefined, { status: 404 });
    return answerRange(range, audio.blob, audio.type);
  }

  /** The pieces of this audio changed or went. */
  forget(hash: Sha256): void {
    if (this.#current?.hash === hash) this.#current = undefined;
  }

  async #open(hash: Sha256): Promise<WholeAudio | undefined> {
    if (this.#current?.hash !== hash) this.#current = { hash, audio: this.#join(hash) };
    const { audio } = this.#current;
    const joined = await audio.catch(() => undefined);
    // A failure is not kept: the pieces may be there at the next request.
    if (!joined && this.#current?.audio === audio) this.#current = undefined;
    return joined;
  }

  async #join(hash: Sha256): Promise<WholeAudio | undefined> {
    return (await this.#joinFrom(AUDIO_CACHE, hash)) ?? this.#joinFrom(RECORDING_CACHE, hash);
  }

  async #joinFrom(name: string, hash: Sha256): Promise<WholeAudio | undefined> {
    // Opening makes it, also after everything was wiped.
    if (!(await this.#caches.has(name))) return undefined;
    const cache = await this.#caches.open(name);
    const manifest = await this.#readManifest(cache, hash);
    if (!manifest) return undefined;
    const pieces = await Promise.all(
      Array.from({ length: manifest.pieces }, async (_, index) => {
        const piece = await cache.match(`${this.#base}${audioPiecePath(hash, index)}`);
        return piece?.blob();
      }),
    );
    const present = pieces.filter((piece) => piece !== undefined);
    const blob = new Blob(present, { type: manifest.type });
    if (present.length !== manifest.pieces || blob.size !== manifest.size) return undefined;
    return { blob, type: manifest.type };
  }

  async #readManifest(cache: Cache, hash: Sha256): Promise<AudioManifest | undefined> {
    const kept = await cache.match(`${this.#base}${audioManifestPath(hash)}`);
    return kept ? readAudioManifest(await kept.json()) : undefined;
  }
}
