import { fileURLToPath } from 'node:url';
import type { Rollup } from 'vite';
import { describe, expect, it } from 'vitest';
import { licensesPlugin, readShippedPackages } from '../../../src/build/shipped-packages.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const packages = await readShippedPackages(ROOT);

/** Lets the plugin see a build with these files in it. */
function generate(...moduleIds: string[]): { error?: string; file?: string } {
  const result: { error?: string; file?: string } = {};
  const { generateBundle } = licensesPlugin(packages);
  const hook = typeof generateBundle === 'function' ? generateBundle : generateBundle?.handler;
  const context = {
    error: (message: string) => {
      result.error = message;
    },
    emitFile: ({ source }: { source: string }) => {
      result.file = source;
    },
  };
  const bundle = { 'a.js': { type: 'chunk', moduleIds } } as unknown as Rollup.OutputBundle;
  hook?.call(context as never, {} as never, bundle as never, false);
  return result;
}

describe('the packages that are shipped', () => {
  it('are the dependencies, what these depend on, and what is built in of the tools', () => {
    const names = packages.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['preact', 'howler', 'workbox-core', 'lucide']));
    expect(names).not.toContain('vite');
    expect(names).toEqual([...new Set(names)]);
  });

  it('each say under which licence, and bring its text', () => {
    for (const { name, license, text } of packages) {
      expect(license, name).toMatch(/^(MIT|ISC|OFL-1\.1|Apache-2\.0|BSD-\d-Clause)$/);
      expect(text.length, name).toBeGreaterThan(500);
    }
  });
});

describe('the build', () => {
  it('publishes every licence in full', () => {
    const { file = '', error } = generate('/x/node_modules/preact/dist/preact.mjs', '/x/src/a.ts');
    expect(error).toBeUndefined();
    for (const { name, version } of packages) expect(file).toContain(`${name} ${version}`);
  });

  it.each([
    ['/x/node_modules/left-pad/index.js', 'left-pad'],
    ['/x/node_modules/@other/part/a.js', '@other/part'],
    ['/x/node_modules/preact/node_modules/deep/a.js', 'deep'],
  ])('fails for %s', (id, name) => {
    expect(generate(id).error).toContain(`${name} is built in`);
  });
});
