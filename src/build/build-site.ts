/** Builds the whole site into `dist/`: client, prerendered pages, headers, and the byte budget. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { RenderedPage } from '../prerender.tsx';
import { checkByteBudget } from './byte-budget.ts';
import { buildContent } from './content-files.ts';
import { headersFile } from './security-headers.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIST = join(ROOT, 'dist');
const SSR = join(ROOT, '.cache', 'prerender');

/** Builds everything. @throws with a sentence for the author when content, types of content or the budget fail */
export async function buildSite(): Promise<{ folder: string }> {
  const base = process.env.BASE_PATH ?? '/';
  await build({ root: ROOT, logLevel: 'warn' });
  await rename(join(DIST, 'index.html'), join(DIST, 'shell.html'));
  const shell = await readFile(join(DIST, 'shell.html'), 'utf8');
  for (const page of await renderPages(base)) {
    const file = join(DIST, page.path === '/404' ? '404.html' : `${page.path}index.html`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, fillShell(shell, page));
    if (page.isHome) await writeFile(join(DIST, 'index.html'), fillShell(shell, page));
  }
  await writeFile(join(DIST, '_headers'), headersFile(base));
  await rm(join(DIST, '.vite'), { recursive: true, force: true });
  await checkByteBudget(DIST, base);
  return { folder: DIST };
}

async function renderPages(base: string): Promise<(RenderedPage & { isHome: boolean })[]> {
  const { catalog, modules } = await buildContent(ROOT);
  await build({
    root: ROOT,
    logLevel: 'warn',
    build: { ssr: 'src/prerender.tsx', outDir: SSR, emptyOutDir: true },
  });
  const { prerenderPages } = (await import(
    `${pathToFileURL(join(SSR, 'prerender.js')).href}?${Date.now()}`
  )) as typeof import('../prerender.tsx');
  const pages = await prerenderPages({ base, catalog, modules });
  const homePath = catalog.routes.length === 1 ? `/${catalog.routes[0]?.id}/` : undefined;
  return pages.map((page) => ({ ...page, isHome: page.path === homePath }));
}

function fillShell(shell: string, page: RenderedPage): string {
  const head = `<meta name="description" content="${escapeHtml(page.description)}" />`;
  return shell
    .replace('<!--head-->', () => head)
    .replace(
      '<div id="app"><!--app-->',
      () => `<div id="app" data-address="${page.path}">${page.html}`,
    )
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(page.title)}</title>`);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildSite();
}
