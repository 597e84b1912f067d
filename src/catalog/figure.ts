/** The pictures that a text shows: SVG and PNG files with a size of their own. */

/** The own size of a picture in CSS pixels. */
export interface FigureSize {
  width: number;
  height: number;
}

/** Reads the size from the bytes; `undefined` when it is not an SVG or PNG file, or says no size. */
export function readFigureSize(name: string, bytes: Uint8Array): FigureSize | undefined {
  if (name.endsWith('.svg')) return readSvgSize(new TextDecoder().decode(bytes));
  if (name.endsWith('.png')) return readPngSize(bytes);
  return undefined;
}

/** Prefers `width` and `height`; else those of the view box. */
function readSvgSize(text: string): FigureSize | undefined {
  const tag = /<svg\b[^>]*>/.exec(text)?.[0];
  if (!tag) return undefined;
  const width = Number(/\swidth="([\d.]+)(?:px)?"/.exec(tag)?.[1]);
  const height = Number(/\sheight="([\d.]+)(?:px)?"/.exec(tag)?.[1]);
  if (width > 0 && height > 0) return { width, height };
  const box = /\sviewBox="([^"]*)"/
    .exec(tag)?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box ?? [];
  return boxWidth > 0 && boxHeight > 0 ? { width: boxWidth, height: boxHeight } : undefined;
}

/** @see https://www.w3.org/TR/png-3/#11IHDR */
function readPngSize(bytes: Uint8Array): FigureSize | undefined {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (bytes.length < 24 || signature.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  return width > 0 && height > 0 ? { width, height } : undefined;
}
