/** The boxes that an MP4 is made of. @see https://www.iso.org/standard/83102.html (ISO/IEC 14496-12, section 4.2) */
import type { Bytes } from '../model/units.ts';
import { readBytes } from './file-bytes.ts';

/** A box, by what stands behind its header. */
export interface Box {
  name: string;
  view: DataView;
}

/** A larger table of contents is no table of contents. */
const LARGEST_MOVIE: Bytes = 16_777_216;

const MOST_BOXES = 10_000;

/** Finds the movie box, header by header; the sound before it is passed over unread. */
export async function findMovie(file: Blob): Promise<Box | undefined> {
  let offset = 0;
  for (let count = 0; count < MOST_BOXES && offset + 8 <= file.size; count += 1) {
    const head = await readBytes(file, offset, offset + 16);
    const header = readHeader(viewOf(head), 0, file.size - offset);
    if (!header) return undefined;
    if (header.name === 'moov' && header.size <= LARGEST_MOVIE) {
      const bytes = await readBytes(file, offset + header.start, offset + header.size);
      return { name: header.name, view: viewOf(bytes) };
    }
    offset += header.size;
  }
  return undefined;
}

/** Follows a path of names; of several boxes with one name the first. */
export function findBox(parent: Box, ...path: string[]): Box | undefined {
  let box: Box | undefined = parent;
  for (const name of path) box = box && findBoxes(box, name)[0];
  return box;
}

/** The boxes of this name directly inside. */
export function findBoxes({ view }: Box, name: string): Box[] {
  const found: Box[] = [];
  let offset = 0;
  for (let count = 0; count < MOST_BOXES && offset + 8 <= view.byteLength; count += 1) {
    const header = readHeader(view, offset, view.byteLength - offset);
    if (!header) break;
    if (header.name === name) {
      const { start, size } = header;
      found.push({
        name,
        view: new DataView(view.buffer, view.byteOffset + offset + start, size - start),
      });
    }
    offset += header.size;
  }
  return found;
}

/** @param room - How much there is from the offset on. @returns `undefined` for a box that does not fit in it. */
function readHeader(
  view: DataView,
  offset: number,
  room: Bytes,
): { name: string; start: number; size: Bytes } | undefined {
  const short = view.getUint32(offset);
  const name = String.fromCharCode(...[4, 5, 6, 7].map((at) => view.getUint8(offset + at)));
  const isLong = short === 1;
  if (isLong && offset + 16 > view.byteLength) return undefined;
  const size = isLong ? Number(view.getBigUint64(offset + 8)) : short === 0 ? room : short;
  const start = isLong ? 16 : 8;
  return size >= start && size <= room ? { name, start, size } : undefined;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
