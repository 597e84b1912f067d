/** Builds the whole site into `dist/`: client, prerendered pages, headers, and the byte budget. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Manifest, type ManifestChunk } from 'vite';
import type { CatalogReading } from '../catalog/read-catalog.ts';
import type { RenderedPage } from '../prerender.tsx';
import { readBasePath } from './base-path.ts';
import { BuildError, tellFailure } from './build-error.ts';
import { checkByteBudget } from './byte-budget.ts';
import { buildContent } from './content-files.ts';
import { describeProblems } from './content-plugin.ts';
import { type HeardWarnings, hearWarnings } from './heard-warnings.ts';
import { headersFile } from './security-headers.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(ROOT, 'dist');
const TEXT_FONT = 'atkinson-hyperlegible-next-latin-wght-normal.woff2';
type PageCode = RenderedPage['code'][number];

const PAGE_CODE: Readonly<Record<PageCode, string>> = {
  module: 'src/ui/frame/module-parts.tsx',
  later: 'src/ui/frame/later-pages.tsx',
};
/** What a page with a player asks for next: the sound is then at hand when it is asked for. */
const SOUND_PARTS = ['src/player/howler-engine.ts', 'src/state/listening/playing-parts.ts'];
/** The text is in the HTML: what draws it goes before what makes it answer, also on a narrow line. */
const AFTER_TEXT = 'fetchpriority="low"';
const SSR = join(ROOT, '.cache', 'prerender');

/**
 * Builds everything.
 *
 * @throws BuildError when a text has faults, the base path has another form, a build warns, or the budget is passed.
 */
export async function buildSite(): Promise<{ folder: string }> {
  const base = readBasePath();
  const content = await buildContent(ROOT);
  if (content.problems.length > 0) throw new BuildError(describeProblems(content));
  const warnings = hearWarnings();
  await build({ root: ROOT, logLevel: 'warn', customLogger: warnings.logger });
  await rename(join(DIST, 'index.html'), join(DIST, 'shell.html'));
  const shell = await readFile(join(DIST, 'shell.html'), 'utf8');
  const manifest: Manifest = JSON.parse(
    await readFile(join(DIST, '.vite', 'manifest.json'), 'utf8'),
  );
  const font = `<link rel="preload" as="font" type="font/woff2" crossorigin href="${base}${find(manifest, TEXT_FONT).file}" />`;
  for (const page of await renderPages(base, content, warnings)) {
    const html = fillShell(shell, page, base, [font, ...links(manifest, page.code, base)]);
    for (const path of [page.path, ...page.aliases]) {
      const file = join(DIST, path === '/404' ? '404.html' : `${path}index.html`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, html);
    }
    if (page.isHome) await writeFile(join(DIST, 'index.html'), html);
  }
  await writeFile(join(DIST, '_headers'), headersFile(base));
  await rm(join(DIST, '.vite'), { recursive: true, force: true });
  await checkByteBudget(DIST, base);
  warnings.throwIfAny();
  return { folder: DIST };
}

async function renderPages(
  base: string,
  { catalog, modules }: CatalogReading,
  { logger }: HeardWarnings,
): Promise<(RenderedPage & { isHome: boolean })[]> {
  await build({
    root: ROOT,
    logLevel: 'warn',
    customLogger: logger,
    build: { ssr: 'src/prerender.tsx', outDir: SSR, emptyOutDir: true },
  });
  const { prerenderPages } = (await import(
    pathToFileURL(join(SSR, 'prerender.js')).href
  )) as typeof import('../prerender.tsx');
  const pages = await prerenderPages({ base, catalog, modules });
  const homePath = `/${catalog.routes[0]?.id}/`;
  return pages.map((page) => ({ ...page, isHome: page.path === homePath }));
}

function find(manifest: Manifest, key: string): ManifestChunk {
  const chunk = Object.entries(manifest).find(([name]) => name.endsWith(key))?.[1];
  if (!chunk) throw new Error(`${key} is not in the build`);
  return chunk;
}

/** What a page asks for with its HTML, so that nothing is asked for only after something else came. */
function links(manifest: Manifest, code: readonly PageCode[], base: string): string[] {
  if (code.length === 0) return [];
  const parts = code.map((one) => PAGE_CODE[one]).flatMap((part) => withImports(manifest, part));
  const sound = SOUND_PARTS.flatMap((part) => withImports(manifest, part));
  const styles = parts.flatMap(({ css }) => css ?? []);
  return [
    ...[...new Set(styles)].map((style) => `<link rel="stylesheet" href="${base}${style}" />`),
    ...new Set([...parts, ...sound].map((chunk) => modulePreload(chunk, base))),
  ];
}

/** A piece of code and what it imports beyond the first view. */
function withImports(manifest: Manifest, part: string): ManifestChunk[] {
  const chunk = find(manifest, part);
  const imported = (chunk.imports ?? []).flatMap((key) => manifest[key] ?? []);
  return [chunk, ...imported.filter(({ isEntry }) => !isEntry)];
}

function modulePreload({ file }: ManifestChunk, base: string): string {
  return `<link rel="modulepreload" ${AFTER_TEXT} href="${base}${file}" />`;
}

function fillShell(
  shell: string,
  page: RenderedPage,
  base: string,
  links: readonly string[],
): string {
  const head = [...metaTags(page, base), ...links].join('\n    ');
  return shell
    .replace('<!--head-->', () => head)
    .replace('<script type="module"', `<script type="module" ${AFTER_TEXT}`)
    .replace(
      /<div id="app"><!--app-->.*?<\/div>/s,
      () => `<div id="app" data-address="${page.path}">${page.html}</div>`,
    )
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(page.title)}</title>`);
}

/** What a search engine and a shared link show. Sharing takes whole addresses: `SITE_URL` gives their start. */
function metaTags(page: RenderedPage, base: string): string[] {
  const origin = (process.env.SITE_URL ?? '').replace(/\/$/, '');
  const tags = {
    title: page.title,
    description: page.description,
    type: 'website',
    locale: 'nl_NL',
    image: `${origin}${base}pictures/social.png`,
  };
  return [
    `<meta name="description" content="${escapeHtml(page.description)}" />`,
    ...Object.entries(tags).map(
      ([name, content]) => `<meta property="og:${name}" content="${escapeHtml(content)}" />`,
    ),
  ];
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildSite().catch(tellFailure);
}
