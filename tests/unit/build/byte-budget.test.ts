import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BuildError } from '../../../src/build/build-error.ts';
import { checkByteBudget } from '../../../src/build/byte-budget.ts';

const KIB = 1024;

let dist: string;
beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'luisterroute-budget-'));
  // The build prints what it weighs.
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(dist, { recursive: true, force: true });
});

/** Text that brotli brings back to about so many KiB, and no further. */
function text(kib: number): string {
  return randomBytes(kib * KIB).toString('base64');
}

interface Sizes {
  html?: number;
  script?: number;
  style?: number;
  catalog?: number;
}

/** A built site of which the route page asks for these; by size in KiB, compressed. */
async function build({ html = 1, script = 1, style = 1, catalog = 1 }: Sizes) {
  const page = `<link rel="modulepreload" href="/map/app.js"><script src="/map/app.js"></script>
    <link rel="stylesheet" href="/map/app.css"><link rel="icon" href="/map/icon.svg"><p>${text(html)}</p>`;
  await writeFile(join(dist, 'index.html'), page);
  await writeFile(join(dist, 'app.js'), text(script));
  await writeFile(join(dist, 'app.css'), text(style));
  await writeFile(join(dist, 'catalog.json'), text(catalog));
  // Neither asked for by the page nor of a kind that counts.
  await writeFile(join(dist, 'later.js'), text(50));
  await writeFile(join(dist, 'icon.svg'), text(50));
}

it('the script that the first paint waits for has at most 400 bytes', async () => {
  expect((await readFile('src/static/theme.js')).byteLength).toBeLessThanOrEqual(400);
});

describe('checkByteBudget', () => {
  it('weighs HTML, and once each what it asks for and the catalog', async () => {
    await build({});
    const weighed = await checkByteBudget(dist, '/map/');
    expect(weighed.map(({ path }) => path)).toEqual([
      'index.html',
      'app.js',
      'app.css',
      'catalog.json',
    ]);
    expect(weighed[1]?.size).toBeGreaterThan(KIB);
    expect(weighed[1]?.size).toBeLessThan(1.1 * KIB);
  });

  it.each<Sizes>([{ html: 13, script: 24 }, { html: 13 }, { script: 36 }])(
    'lets a first view within 40 KiB and 14 KiB of HTML pass: %o',
    async (sizes) => {
      await build(sizes);
      await expect(checkByteBudget(dist, '/map/')).resolves.toHaveLength(4);
    },
  );

  it.each<Sizes>([{ script: 38 }, { style: 38 }, { catalog: 38 }, { html: 14 }])(
    'fails the build above either: %o',
    async (sizes) => {
      await build(sizes);
      const checking = checkByteBudget(dist, '/map/');
      await expect(checking).rejects.toThrow(BuildError);
      await expect(checking).rejects.toThrow('the budget is 40960, of which HTML 14336');
    },
  );
});
