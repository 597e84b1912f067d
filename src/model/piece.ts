/** How audio is cut into pieces: all of one size, the last one may be shorter. */
import { PIECE_SIZE } from './learning-module.ts';
import type { Bytes } from './units.ts';

/** The bytes of one piece within its file, both ends included. */
export interface PieceRange {
  first: Bytes;
  last: Bytes;
  length: Bytes;
}

/** Where a piece lies. @param index - From 0; must be below {@link pieceCount}. */
export function pieceRange(size: Bytes, index: number): PieceRange {
  const first = index * PIECE_SIZE;
  const last = Math.min(first + PIECE_SIZE, size) - 1;
  return { first, last, length: last - first + 1 };
}

/** How many pieces a file of this size has. */
export function pieceCount(size: Bytes): number {
  return Math.ceil(size / PIECE_SIZE);
}
