/** What lies beside the pieces of downloaded audio: enough to put them together and see that none is missing. */
import type { Bytes } from './units.ts';

/** Written by the page after every piece was verified; read by the worker. */
export interface AudioManifest {
  size: Bytes;
  /** The media type to answer with. */
  type: string;
  /** How many pieces there are; their keys count from 0. */
  pieces: number;
}

/** Checks a stored manifest. @returns `undefined` when it is not one. */
export function readAudioManifest(data: unknown): AudioManifest | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('size' in data) || !('type' in data) || !('pieces' in data)) return undefined;
  const { size, type, pieces } = data;
  if (!isCount(size) || !isCount(pieces) || typeof type !== 'string') return undefined;
  return /^audio\/[\w.+-]+$/.test(type) ? { size, type, pieces } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}
