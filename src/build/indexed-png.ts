/** Writes drawings of few colours as a PNG with a palette: a quarter of the bytes of one that names every pixel's colour. */
import { crc32, deflateSync } from 'node:zlib';

/** Pixels as a drawing tool gives them: red, green, blue and alpha, a byte each, row by row. */
export interface Drawing {
  width: number;
  height: number;
  pixels: Uint8Array;
}

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const BYTES = 4;
/** Along an edge, colours that differ less than this cannot be told apart. */
const STEP = 16;

/** @throws when the drawing has more colours than a palette holds. */
export function indexedPng({ width, height, pixels }: Drawing): Buffer {
  const bytes = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const colors = Uint32Array.from({ length: width * height }, (_, index) =>
    bytes.readUIntBE(index * BYTES, 3),
  );
  const { palette, places } = choosePalette(colors);
  const rows = Buffer.alloc((width + 1) * height);
  for (const [index, color] of colors.entries()) {
    // Each row starts with the byte that says it is not filtered.
    rows[index + Math.floor(index / width) + 1] = places.get(color) ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, with a palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours that stand for all, the commonest of those that look alike, and where each colour has its own. */
function choosePalette(colors: Uint32Array): { palette: number[]; places: Map<number, number> } {
  const counts = new Map<number, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const palette: number[] = [];
  const alike = new Map<string, number>();
  const places = new Map<number, number>();
  for (const [color] of [...counts].sort(([, one], [, other]) => other - one)) {
    const look = channels(color)
      .map((channel) => Math.floor(channel / STEP))
      .join();
    if (!alike.has(look)) alike.set(look, palette.push(color) - 1);
    places.set(color, alike.get(look) ?? 0);
  }
  if (palette.length > 256) throw new Error(`${palette.length} colours do not fit a palette`);
  return { palette, places };
}

function channels(color: number): number[] {
  return [color >> 16, (color >> 8) & 255, color & 255];
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
