/** What the first view of the route page may weigh; the build fails when it is passed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Bytes } from '../model/units.ts';
import { BuildError } from './build-error.ts';

const TOTAL_BUDGET: Bytes = 40 * 1024;
const HTML_BUDGET: Bytes = 14 * 1024;

/** One file of the first view, compressed with brotli at its best. */
export interface WeighedFile {
  path: string;
  size: Bytes;
}

/**
 * Weighs HTML, CSS, JS and JSON that the route page asks for by itself.
 *
 * @throws BuildError when HTML weighs over 14 KiB or everything over 40 KiB.
 */
export async function checkByteBudget(dist: string, base: string): Promise<WeighedFile[]> {
  const page = join(dist, 'index.html');
  const html = await readFile(page, 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css|json))"/g)].map(
    (match) => match[1] ?? '',
  );
  const files = [...new Set([...linked.map((url) => url.slice(base.length)), 'catalog.json'])];
  const weighed: WeighedFile[] = [{ path: 'index.html', size: compressedSize(Buffer.from(html)) }];
  for (const path of files)
    weighed.push({ path, size: compressedSize(await readFile(join(dist, path))) });
  const total = weighed.reduce((sum, file) => sum + file.size, 0);
  const lines = weighed
    .map((file) => `  ${String(file.size).padStart(6)}  ${file.path}`)
    .join('\n');
  console.log(
    `First view of the route page, brotli:\n${lines}\n  ${String(total).padStart(6)}  of ${TOTAL_BUDGET} bytes`,
  );
  if (total > TOTAL_BUDGET || (weighed[0]?.size ?? 0) > HTML_BUDGET) {
    throw new BuildError(
      `The first view weighs ${total} bytes; the budget is ${TOTAL_BUDGET}, of which HTML ${HTML_BUDGET}.`,
    );
  }
  return weighed;
}

function compressedSize(bytes: Buffer): Bytes {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
