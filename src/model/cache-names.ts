/** Where bytes stand in Cache Storage, and under which addresses: the border between page and worker. */
import type { Sha256 } from './units.ts';

/** Module JSON and figures of visited routes, by addresses that hold the hash of their content. */
export const TEXT_CACHE = 'luisterroute-texts';

/** Downloaded audio in pieces; never holds anything else, so cleaning it can never touch notes. */
export const AUDIO_CACHE = 'luisterroute-audio';

/** Recordings that a listener added, in the same pieces; the clean-up of downloads never sees them. */
export const RECORDING_CACHE = 'luisterroute-recordings';

/** A cookie with one bit, the same for everybody: something was kept here. Browsers clear it apart from the rest. */
export const DATA_COOKIE = 'had_data';

/** The app itself, as the worker installed it. */
export const SHELL_CACHE = 'luisterroute-shell';

/** Code of earlier builds, for tabs that are still open; the time of the update in milliseconds follows. */
export const EARLIER_CODE_CACHE_PREFIX = 'luisterroute-earlier-';

/** The one page that every screen starts from, relative to the base path. */
export const SHELL_PATH = 'shell.html';

/** The folder of downloaded audio, always answered by the worker. */
export const AUDIO_FOLDER = '_audio/';

/** The address that the player asks for downloaded audio, relative to the base path. */
export function audioPath(hash: Sha256): string {
  return `${AUDIO_FOLDER}${hash}`;
}

/** The key of one piece, relative to the base path. @param index - From 0. */
export function audioPiecePath(hash: Sha256, index: number): string {
  return `${audioPath(hash)}/${index}`;
}

/** The key of the {@link AudioManifest}, written only after every piece was verified. */
export function audioManifestPath(hash: Sha256): string {
  return `${audioPath(hash)}/manifest`;
}

/** What an address of downloaded audio stands for. */
type AudioPart = { hash: Sha256; part: number | 'manifest' | 'whole' };

/**
 * Reads an address of downloaded audio.
 *
 * @param path - Relative to the base path.
 * @returns `undefined` for every other address.
 */
export function readAudioPath(path: string): AudioPart | undefined {
  const match = /^_audio\/([0-9a-f]{64})(?:\/(manifest|\d{1,6}))?$/.exec(path);
  const [, hash, part] = match ?? [];
  if (hash === undefined) return undefined;
  if (part === undefined) return { hash, part: 'whole' };
  return { hash, part: part === 'manifest' ? part : Number(part) };
}
