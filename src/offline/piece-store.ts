/** The pieces of downloaded audio in Cache Storage, and the manifest that the worker plays them by. */
import type { AudioManifest } from '../model/audio-manifest.ts';
import {
  AUDIO_CACHE,
  audioManifestPath,
  audioPiecePath,
  readAudioPath,
} from '../model/cache-names.ts';
import type { AudioFile } from '../model/learning-module.ts';
import { pieceRange } from '../model/piece.ts';
import { sha256 } from '../model/sha256.ts';
import type { Bytes, Sha256 } from '../model/units.ts';
import { storageFailure } from './download-error.ts';
import { PieceMemory, PieceReader } from './piece-reader.ts';

/** What the cache holds of one audio, by its keys alone. */
export interface StoredAudio {
  pieces: ReadonlySet<number>;
  hasManifest: boolean;
}

/** Stores and reads pieces below one base address. Methods throw {@link DownloadError} for a full or refused storage. */
export class PieceStore {
  readonly #caches: CacheStorage;
  readonly #base: string;

  /** @param base - The absolute address of the app's folder, ending with a slash. */
  constructor(caches: CacheStorage, base: string) {
    this.#caches = caches;
    this.#base = base;
  }

  /** Lists all audio that is there, whole or not. */
  async list(): Promise<Map<Sha256, StoredAudio>> {
    const found = new Map<Sha256, { pieces: Set<number>; hasManifest: boolean }>();
    const cache = await this.#open();
    for (const { url } of await cache.keys()) {
      const key = url.startsWith(this.#base)
        ? readAudioPath(url.slice(this.#base.length))
        : undefined;
      if (!key) continue;
      const audio = found.get(key.hash) ?? { pieces: new Set(), hasManifest: false };
      if (key.part === 'manifest') audio.hasManifest = true;
      else if (key.part !== 'whole') audio.pieces.add(key.part);
      found.set(key.hash, audio);
    }
    return found;
  }

  /** The numbers of the pieces that are not there, in order. */
  async missing(audio: AudioFile): Promise<number[]> {
    const stored = (await this.list()).get(audio.hash)?.pieces;
    return audio.pieces.map((_, index) => index).filter((index) => !stored?.has(index));
  }

  /** The audio that the worker plays: every piece and the manifest are there, though perhaps not all are right. */
  async playable(audios: readonly AudioFile[]): Promise<Set<Sha256>> {
    const stored = await this.list();
    const whole = audios.filter(({ hash, pieces }) => {
      const found = stored.get(hash);
      return found?.hasManifest && found.pieces.size === pieces.length;
    });
    return new Set(whole.map(({ hash }) => hash));
  }

  /** Stores one piece whose hash was checked, also over a damaged one; a piece that did not fit leaves nothing behind. */
  async put(audio: AudioFile, index: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const cache = await this.#open();
    const key = `${this.#base}${audioPiecePath(audio.hash, index)}`;
    const headers = { 'Content-Type': audio.type, 'Content-Length': String(bytes.length) };
    try {
      await cache.put(key, new Response(bytes, { headers }));
    } catch (cause) {
      await cache.delete(key).catch(() => false);
      throw storageFailure(cause);
    }
  }

  /** Reads every piece back, one at a time, and gives the numbers of those that are missing or wrong. */
  async findDamaged(audio: AudioFile, signal?: AbortSignal): Promise<number[]> {
    const cache = await this.#open();
    // Its own: a download that goes on meanwhile has bytes in memory that it has still to store.
    const memory = new PieceMemory();
    const damaged: number[] = [];
    for (const [index, hash] of audio.pieces.entries()) {
      signal?.throwIfAborted();
      const piece = await cache.match(`${this.#base}${audioPiecePath(audio.hash, index)}`);
      const { length } = pieceRange(audio.size, index);
      const isRight = piece?.body && (await isPiece(piece.body, memory, length, hash));
      if (!isRight) damaged.push(index);
    }
    return damaged;
  }

  /** Lets the worker play it. Only after {@link findDamaged} found nothing. */
  async writeManifest(audio: AudioFile): Promise<void> {
    const manifest: AudioManifest = {
      size: audio.size,
      type: audio.type,
      pieces: audio.pieces.length,
    };
    const cache = await this.#open();
    await cache
      .put(`${this.#base}${audioManifestPath(audio.hash)}`, Response.json(manifest))
      .catch((cause: unknown) => {
        throw storageFailure(cause);
      });
  }

  /** Takes pieces away, and first the manifest: the worker must not play what is not whole. */
  async removePieces(hash: Sha256, indexes: Iterable<number>): Promise<void> {
    const cache = await this.#open();
    await cache.delete(`${this.#base}${audioManifestPath(hash)}`);
    for (const index of indexes) await cache.delete(`${this.#base}${audioPiecePath(hash, index)}`);
  }

  /** Takes all of one audio away. */
  async remove(hash: Sha256): Promise<void> {
    const stored = (await this.list()).get(hash);
    if (stored) await this.removePieces(hash, stored.pieces);
  }

  #open(): Promise<Cache> {
    return this.#caches.open(AUDIO_CACHE).catch((cause: unknown) => {
      throw storageFailure(cause);
    });
  }
}

async function isPiece(
  body: NonNullable<Response['body']>,
  memory: PieceMemory,
  length: Bytes,
  hash: Sha256,
): Promise<boolean> {
  try {
    const reader = new PieceReader(body, memory);
    const bytes = await reader.read(length);
    return bytes !== undefined && (await sha256(bytes)) === hash && (await reader.isAtEnd());
  } catch {
    // It cannot be read back.
    return false;
  }
}
