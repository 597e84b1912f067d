/** Renders the pages as HTML, in node at build: what a first visit, a search engine and no-script get. */
import { renderToString } from 'preact-render-to-string';
import { formatAddress, type Page } from './model/address.ts';
import type { LearningModule } from './model/learning-module.ts';
import type { Catalog } from './model/learning-route.ts';
import { createStillApp } from './state/still-app.ts';
import { App } from './ui/frame/app.tsx';
import { pageTitle } from './ui/frame/page-title.ts';
import { codeOf, type PageCode, preparePage } from './ui/frame/page-view.tsx';

/** One page as text, to be put into the shell. */
export interface RenderedPage {
  /** Address without the base path, with both slashes. */
  path: string;
  /** Earlier addresses of the same page, in the same form. */
  aliases: string[];
  title: string;
  description: string;
  html: string;
  /** What it takes beyond the code of the first view. */
  code: readonly PageCode[];
}

export interface PrerenderInput {
  base: string;
  catalog: Catalog;
  modules: readonly LearningModule[];
}

/** Renders every page with an address of its own, and the page for unknown addresses as `/404`. */
export async function prerenderPages(input: PrerenderInput): Promise<RenderedPage[]> {
  const pages: Page[] = [
    ...input.catalog.routes.flatMap((route) => [
      { kind: 'route' as const, routeId: route.id },
      ...route.modules.map((summary) => ({
        kind: 'module' as const,
        routeId: route.id,
        moduleId: summary.id,
      })),
    ]),
    { kind: 'notes' },
    { kind: 'offline' },
    { kind: 'settings' },
    { kind: 'about' },
    { kind: 'accessibility' },
    { kind: 'privacy' },
    { kind: 'not-found', path: '/404' },
  ];
  const rendered: RenderedPage[] = [];
  for (const page of pages) rendered.push(await renderPage(page, input));
  return rendered;
}

async function renderPage(page: Page, input: PrerenderInput): Promise<RenderedPage> {
  await preparePage(page);
  const app = createStillApp({ ...input, page, version: __BUILD__ });
  return {
    path: formatAddress(page),
    aliases: earlierAddresses(page, input.catalog),
    title: pageTitle(page, app.content),
    description: describe(page, input.catalog),
    html: renderToString(<App app={app} />),
    code: codeOf(page),
  };
}

/** A link with an earlier name of a module is answered with its page, also by a host that knows only files. */
function earlierAddresses(page: Page, catalog: Catalog): string[] {
  if (page.kind !== 'module') return [];
  const route = catalog.routes.find((candidate) => candidate.id === page.routeId);
  const module = route?.modules.find((summary) => summary.id === page.moduleId);
  return (module?.aliases ?? []).map((alias) => formatAddress({ ...page, moduleId: alias }));
}

function describe(page: Page, catalog: Catalog): string {
  const routeId =
    page.kind === 'route' || page.kind === 'module' ? page.routeId : catalog.routes[0]?.id;
  const route = catalog.routes.find((candidate) => candidate.id === routeId);
  if (page.kind !== 'module') return route?.summary ?? '';
  return route?.modules.find((summary) => summary.id === page.moduleId)?.summary ?? '';
}
