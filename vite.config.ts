import preact from '@preact/preset-vite';
import { defineConfig, type ResolveModulePreloadDependenciesFn } from 'vite';
import { readBasePath } from './src/build/base-path.ts';
import { buildName } from './src/build/build-name.ts';
import { createDiskFiles } from './src/build/content-files.ts';
import { contentPlugin } from './src/build/content-plugin.ts';
import { pwaPlugin } from './src/build/pwa-plugin.ts';
import { licensesPlugin, readShippedPackages } from './src/build/shipped-packages.ts';
import { listRouteIds } from './src/catalog/read-catalog.ts';

const base = readBasePath();
const routeIds = listRouteIds(createDiskFiles(import.meta.dirname));

const packages = await readShippedPackages(import.meta.dirname);

/**
 * A page that somebody goes to has its scripts fetched all at once. What comes after the first view has time, and
 * every link that asks for a script ahead takes a millisecond of the page: together they took as long as taking the
 * page over.
 */
const preloadOfPages: ResolveModulePreloadDependenciesFn = (file, dependencies, { hostType }) => {
  const isPage = hostType === 'html' || /\/(module-parts|later-pages)-/.test(file);
  return dependencies.filter((name) => isPage || name.endsWith('.css'));
};

export default defineConfig(({ isSsrBuild }) => ({
  base,
  define: {
    __BUILD__: JSON.stringify(buildName(import.meta.dirname)),
    __PACKAGES__: JSON.stringify(
      packages.map(({ name, version, license }) => ({ name, version, license })),
    ),
  },
  publicDir: 'src/static',
  plugins: [
    preact({ prefreshEnabled: true, devToolsEnabled: false }),
    ...(isSsrBuild
      ? []
      : [contentPlugin(), licensesPlugin(packages), ...pwaPlugin({ base, routeIds })]),
  ],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false, resolveDependencies: preloadOfPages },
    assetsInlineLimit: 0,
    manifest: !isSsrBuild,
    copyPublicDir: !isSsrBuild,
    emptyOutDir: true,
    // A busy machine is no fault of the build.
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // A chunk for the one number in it costs the first view a request.
      optimization: { inlineConst: true },
    },
  },
}));
