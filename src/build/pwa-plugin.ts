/**
 * Makes the app installable: the web manifest, and the service worker with the list of files that
 * belong to the shell. Audio and texts are never in that list.
 */

import type { Logger, Plugin } from 'vite';
import { type ManifestOptions, VitePWA } from 'vite-plugin-pwa';
import { SHELL_PATH } from '../model/cache-names.ts';
import type { Bytes } from '../model/units.ts';

/** Every installation fetches the shell whole, also over a phone's data. */
const SHELL_BUDGET: Bytes = 1_000_000;

/** The shell: what every screen needs before any text. */
const SHELL_FILES = [
  'index.html',
  '*.js',
  'assets/**/*.{js,css,woff2,svg}',
  'icons/*.{svg,png}',
  'sounds/*.mp3',
  'catalog.json',
  'licenties.txt',
];

/** Letters beyond Latin-1 are fetched when a text has them. */
const NOT_SHELL_FILES = ['sw.js', '**/*-latin-ext-*', '**/*.map'];

/** One file of the shell, as the list in the worker holds it. */
interface ShellEntry {
  url: string;
  revision: string | null;
  size: Bytes;
}

/** Where the app lies and what it opens on. */
export interface PwaOptions {
  /** The folder on the host, with both slashes. */
  base: string;
  routeIds: readonly string[];
}

/** The plugins of the worker and the manifest. */
export function pwaPlugin(options: PwaOptions): Plugin[] {
  let isBroken = false;
  let logger: Logger | undefined;
  // The worker is also made after a build that failed; a complaint about its list would hide the cause.
  const watch: Plugin = {
    name: 'luisterroute:broken-build',
    configResolved(config) {
      logger = config.logger;
    },
    buildEnd(error) {
      if (error) isBroken = true;
    },
    renderError() {
      isBroken = true;
    },
  };
  const worker = VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/sw',
    filename: 'sw.ts',
    // The plugin's own registration reloads tabs that play; `offline/app-update.ts` registers.
    injectRegister: false,
    includeManifestIcons: false,
    integration: {
      // The worker is built by itself, and would announce that at length; a warning of it counts as one of the site.
      configureCustomSWViteBuild(options) {
        options.logLevel = 'warn';
        if (logger) options.customLogger = logger;
      },
    },
    manifest: webManifest(options),
    injectManifest: {
      rollupFormat: 'iife',
      globPatterns: SHELL_FILES,
      globIgnores: NOT_SHELL_FILES,
      dontCacheBustURLsMatching: /^assets\//,
      maximumFileSizeToCacheInBytes: SHELL_BUDGET,
      manifestTransforms: [
        async (entries) => ({ manifest: isBroken ? entries : checkShell(entries), warnings: [] }),
      ],
    },
  });
  return [watch, ...worker];
}

/**
 * Names the shell page as the build will name it, and keeps the list within its budget.
 *
 * @throws when the files together pass 1 MB, when the page is missing, or when a text or audio is among them.
 */
export function checkShell<Entry extends ShellEntry>(entries: Entry[]): Entry[] {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > SHELL_BUDGET) {
    const largest = [...entries].sort((a, b) => b.size - a.size).slice(0, 5);
    throw new Error(
      `De app zelf is ${size} bytes; er mogen er ${SHELL_BUDGET} zijn. De grootste bestanden: ` +
        largest.map((entry) => `${entry.url} (${entry.size})`).join(', '),
    );
  }
  const stray = entries.find((entry) => /^(media|content)\//.test(entry.url));
  if (stray) throw new Error(`${stray.url} hoort niet bij de app zelf.`);
  const page = entries.find((entry) => entry.url === 'index.html');
  if (!page) throw new Error('index.html ontbreekt in de lijst van de service worker.');
  return entries.map((entry) => (entry === page ? { ...entry, url: SHELL_PATH } : entry));
}

/** What a home screen shows, and opens: the first route. */
export function webManifest({ base, routeIds }: PwaOptions): Partial<ManifestOptions> {
  const [home] = routeIds;
  const startUrl = home === undefined ? base : `${base}${home}/`;
  return {
    id: base,
    name: 'Luisterroute',
    short_name: 'Luisterroute',
    description:
      'Korte modules om te luisteren, mee te lezen en over na te denken. Ook zonder internet.',
    lang: 'nl',
    dir: 'ltr',
    start_url: startUrl,
    scope: base,
    display: 'standalone',
    theme_color: '#FAF7F1',
    background_color: '#FAF7F1',
    categories: ['education'],
    icons: [
      { src: `${base}icons/icon.svg`, sizes: 'any', type: 'image/svg+xml' },
      { src: `${base}icons/icon-192.png`, sizes: '192x192', type: 'image/png' },
      { src: `${base}icons/icon-512.png`, sizes: '512x512', type: 'image/png' },
      {
        src: `${base}icons/icon-maskable-512.png`,
        sizes: '512x512',
        type: 'image/png',
        purpose: 'maskable',
      },
      {
        src: `${base}icons/icon-monochrome-512.png`,
        sizes: '512x512',
        type: 'image/png',
        purpose: 'monochrome',
      },
    ],
    shortcuts: [
      { name: 'Verder luisteren', url: startUrl },
      { name: 'Notities', url: `${base}notities/` },
      { name: 'Offline', url: `${base}offline/` },
    ],
    screenshots: [
      screenshot(base, 'route', 'De route met acht modules', 'narrow'),
      screenshot(base, 'module', 'Luisteren en meelezen', 'narrow'),
      screenshot(base, 'vraag', 'Een denkvraag beantwoorden', 'narrow'),
      screenshot(base, 'breed', 'Route, speler en tekst naast elkaar', 'wide'),
    ],
  };
}

/** What a store or an installation prompt shows; `npm run shots -- --publish` takes the pictures. */
function screenshot(base: string, name: string, label: string, form_factor: 'narrow' | 'wide') {
  return {
    src: `${base}pictures/${name}.jpg`,
    sizes: form_factor === 'narrow' ? '780x1688' : '1280x800',
    type: 'image/jpeg',
    label,
    form_factor,
  };
}
