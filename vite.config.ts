import { execFileSync } from 'node:child_process';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { readBasePath } from './src/build/base-path.ts';
import { createDiskFiles } from './src/build/content-files.ts';
import { contentPlugin } from './src/build/content-plugin.ts';
import { pwaPlugin } from './src/build/pwa-plugin.ts';
import { licensesPlugin, readShippedPackages } from './src/build/shipped-packages.ts';
import { listRouteIds } from './src/catalog/read-catalog.ts';

const base = readBasePath();
const routeIds = listRouteIds(createDiskFiles(import.meta.dirname));

/** Names the build in the settings: the commit, or the day where there is no git. */
function buildName(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short=8', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return new Date().toISOString().slice(0, 10);
  }
}

const packages = await readShippedPackages(import.meta.dirname);

export default defineConfig(({ isSsrBuild }) => ({
  base,
  define: {
    __BUILD__: JSON.stringify(buildName()),
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
    modulePreload: { polyfill: false },
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
