/**
 * Reads the `Range` header of a request for a file of known size. One rule for the worker that answers
 * from downloaded pieces and for the server of the build; who reads the bytes is not known here.
 */
import type { Bytes } from './units.ts';

/**
 * What to answer: the whole file (200), one part with both ends included (206),
 * or nothing because the part lies past the end (416).
 */
export type RangeAnswer =
  | { kind: 'whole' }
  | { kind: 'part'; first: Bytes; last: Bytes }
  | { kind: 'unsatisfiable' };

/**
 * Decides how to answer a request.
 *
 * @param header - As sent; several ranges, another unit or a malformed header ask for the whole file.
 * @param size - The size of the whole file, 0 or more.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-14.1.2
 */
export function readRange(header: string | null | undefined, size: Bytes): RangeAnswer {
  const match = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? '');
  const [, from, to] = match ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) {
    return { kind: 'whole' };
  }
  if (from === '') {
    const length = Number(to);
    if (length === 0 || size === 0) return { kind: 'unsatisfiable' };
    return { kind: 'part', first: Math.max(0, size - length), last: size - 1 };
  }
  const first = Number(from);
  const last = to === '' ? Number.POSITIVE_INFINITY : Number(to);
  if (last < first) return { kind: 'whole' };
  if (first >= size) return { kind: 'unsatisfiable' };
  return { kind: 'part', first, last: Math.min(last, size - 1) };
}

/** The `Content-Range` of a 206, or of a 416 when no part is given. */
export function formatContentRange(size: Bytes, part?: { first: Bytes; last: Bytes }): string {
  return part ? `bytes ${part.first}-${part.last}/${size}` : `bytes */${size}`;
}

/** What a server says that a 206 holds. */
export interface ContentRange {
  first: Bytes;
  last: Bytes;
  /** The size of the whole file. */
  size: Bytes;
}

/**
 * Reads the `Content-Range` of a 206.
 *
 * @returns `undefined` when it is absent, malformed, contradicts itself or leaves the size open (`*`).
 */
export function readContentRange(header: string | null | undefined): ContentRange | undefined {
  const match = /^bytes (\d+)-(\d+)\/(\d+)$/i.exec(header ?? '');
  if (!match) return undefined;
  const [first, last, size] = match.slice(1).map(Number);
  if (first === undefined || last === undefined || size === undefined) return undefined;
  return first <= last && last < size ? { first, last, size } : undefined;
}
