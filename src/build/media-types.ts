/** The media type of a file by its name, and whether it is worth compressing. */
import { extname } from 'node:path';

interface MediaType {
  type: string;
  compressible: boolean;
}

const text = (type: string): MediaType => ({ type, compressible: true });
const binary = (type: string): MediaType => ({ type, compressible: false });

const MEDIA_TYPES: Record<string, MediaType> = {
  '.css': text('text/css; charset=utf-8'),
  '.html': text('text/html; charset=utf-8'),
  '.js': text('text/javascript; charset=utf-8'),
  '.json': text('application/json; charset=utf-8'),
  '.md': text('text/markdown; charset=utf-8'),
  '.mjs': text('text/javascript; charset=utf-8'),
  '.srt': text('application/x-subrip; charset=utf-8'),
  '.svg': text('image/svg+xml; charset=utf-8'),
  '.txt': text('text/plain; charset=utf-8'),
  '.vtt': text('text/vtt; charset=utf-8'),
  '.webmanifest': text('application/manifest+json; charset=utf-8'),
  '.xml': text('application/xml; charset=utf-8'),
  '.avif': binary('image/avif'),
  '.ico': binary('image/x-icon'),
  '.jpg': binary('image/jpeg'),
  '.m4a': binary('audio/mp4'),
  '.mp3': binary('audio/mpeg'),
  '.ogg': binary('audio/ogg'),
  '.opus': binary('audio/ogg'),
  '.png': binary('image/png'),
  '.wasm': binary('application/wasm'),
  '.wav': binary('audio/wav'),
  '.webp': binary('image/webp'),
  '.woff2': binary('font/woff2'),
  '.zip': binary('application/zip'),
};

/** Finds the type; a name without a known ending is sent as bytes that the browser may not guess at. */
export function mediaType(path: string): MediaType {
  return MEDIA_TYPES[extname(path).toLowerCase()] ?? binary('application/octet-stream');
}
