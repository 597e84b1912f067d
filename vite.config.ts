import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { contentPlugin } from './src/build/content-plugin.ts';
import { pwaPlugin } from './src/build/pwa-plugin.ts';

/** The folder on the host that the app is published in; must start and end with a slash. */
const base = process.env.BASE_PATH ?? '/';

export default defineConfig(({ isSsrBuild }) => ({
  base,
  publicDir: 'src/static',
  plugins: [
    preact({ prefreshEnabled: true, devToolsEnabled: false }),
    ...(isSsrBuild ? [] : [contentPlugin(), ...pwaPlugin({ base })]),
  ],
  build: {
    target: 'es2022',
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: !isSsrBuild,
    copyPublicDir: !isSsrBuild,
    emptyOutDir: true,
  },
  test: {
    include: ['tests/{unit,content,architecture}/**/*.test.{ts,tsx}'],
  },
}));
