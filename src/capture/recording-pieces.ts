/** The pieces of recordings in their own cache, and the manifest that the worker plays them by. */
import type { AudioManifest } from '../model/audio-manifest.ts';
import {
  audioManifestPath,
  audioPiecePath,
  RECORDING_CACHE,
  readAudioPath,
} from '../model/cache-names.ts';
import { PIECE_SIZE } from '../model/learning-module.ts';
import type { Recording } from '../model/recording.ts';
import { sha256 } from '../model/sha256.ts';
import type { Bytes, Sha256 } from '../model/units.ts';
import { CaptureError, storageFailure } from './capture-error.ts';
import { readBytes, useBytes } from './file-bytes.ts';

/** What has to be known of a recording to store it. */
export type PieceList = Pick<Recording, 'audioHash' | 'type' | 'size' | 'pieces'>;

/** Stores and counts pieces below one base address. */
export class RecordingPieces {
  readonly #caches: CacheStorage;
  readonly #base: string;

  /** @param base - The absolute address of the app's folder, ending with a slash. */
  constructor(caches: CacheStorage, base: string) {
    this.#caches = caches;
    this.#base = base;
  }

  /**
   * Copies a file that was read through before, and reads every piece back from the device; then, and only
   * then, it can be played.
   *
   * @param signal - Stops between two pieces: one that is being written when its writer ends is written all the same.
   * @throws CaptureError when it does not fit, or when the file is no longer what it was.
   */
  async copy(
    file: Blob,
    list: PieceList,
    onProgress: (bytes: Bytes) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    const cache = await this.#open();
    for (const [index, hash] of list.pieces.entries()) {
      signal?.throwIfAborted();
      const start = index * PIECE_SIZE;
      const piece = file.slice(start, start + PIECE_SIZE);
      const path = audioPiecePath(list.audioHash, index);
      const headers = { 'Content-Type': list.type, 'Content-Length': String(piece.size) };
      // From the file to the cache the bytes do not pass through this worker's memory.
      await this.#put(cache, path, new Response(piece, { headers })).catch(async (error) => {
        // A file that went or changed is no fault of the storage.
        await readBytes(piece, 0, 1);
        throw error;
      });
      const kept = await cache.match(`${this.#base}${path}`);
      if (!kept || (await useBytes(await kept.blob(), sha256)) !== hash)
        throw new CaptureError('unreadable', 'the file changed');
      onProgress(start + piece.size);
    }
    signal?.throwIfAborted();
    const manifest: AudioManifest = {
      size: list.size,
      type: list.type,
      pieces: list.pieces.length,
    };
    await this.#put(cache, audioManifestPath(list.audioHash), Response.json(manifest));
  }

  /** The recordings of which anything is there, with how many pieces; those with a manifest count one more. */
  async list(): Promise<Map<Sha256, number>> {
    const found = new Map<Sha256, number>();
    const cache = await this.#open();
    for (const { url } of await cache.keys()) {
      const hash = this.#hashOf(url);
      if (hash !== undefined) found.set(hash, (found.get(hash) ?? 0) + 1);
    }
    return found;
  }

  /** Takes a recording away, whole or not; first the manifest, so that the worker never plays half of it. */
  async remove(hash: Sha256): Promise<void> {
    const cache = await this.#open();
    await cache.delete(`${this.#base}${audioManifestPath(hash)}`);
    for (const { url } of await cache.keys()) {
      if (this.#hashOf(url) === hash) await cache.delete(url);
    }
  }

  #hashOf(url: string): Sha256 | undefined {
    if (!url.startsWith(this.#base)) return undefined;
    return readAudioPath(url.slice(this.#base.length))?.hash;
  }

  async #put(cache: Cache, path: string, response: Response): Promise<void> {
    await cache.put(`${this.#base}${path}`, response).catch((cause: unknown) => {
      throw storageFailure(cause);
    });
  }

  #open(): Promise<Cache> {
    return this.#caches.open(RECORDING_CACHE).catch((cause: unknown) => {
      throw storageFailure(cause);
    });
  }
}
