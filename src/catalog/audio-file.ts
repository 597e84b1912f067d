/** Describes a file of sound so that it can be played, downloaded in pieces and verified. */
import { type AudioFile, PIECE_SIZE } from '../model/learning-module.ts';
import type { Sha256 } from '../model/units.ts';
import { type AudioFacts, audioExtension } from './audio-duration.ts';
import { hashBytes, shortHash } from './content-hash.ts';

/**
 * Hashes the whole and each piece.
 *
 * @param folder - The folder of the address, relative to the base path, without a slash at its end.
 */
export async function describeAudio(
  bytes: Uint8Array,
  facts: AudioFacts,
  folder: string,
  synthetic: boolean,
): Promise<AudioFile> {
  const hash = await hashBytes(bytes);
  return {
    url: `${folder}/${shortHash(hash)}.${audioExtension(facts.type)}`,
    type: facts.type,
    duration: facts.duration,
    size: bytes.length,
    hash,
    pieces: await hashPieces(bytes),
    synthetic,
  };
}

async function hashPieces(bytes: Uint8Array): Promise<Sha256[]> {
  const pieces: Promise<Sha256>[] = [];
  for (let start = 0; start < bytes.length; start += PIECE_SIZE) {
    pieces.push(hashBytes(bytes.subarray(start, start + PIECE_SIZE)));
  }
  return Promise.all(pieces);
}
