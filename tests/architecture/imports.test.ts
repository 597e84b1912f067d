/** Keeps the folders of `src` to what each may know, and each package to the folder that owns it. */
import { describe, expect, it } from 'vitest';
import {
  findCircles,
  readImports,
  readSources,
  resolveFile,
  resolveImport,
} from './read-imports.ts';

interface Layer {
  /** The folders, or files directly in `src`, that it may import besides itself. */
  sources: string[];
  packages: string[];
}

const BELOW_STATE = ['model', 'catalog', 'storage', 'player', 'capture', 'offline', 'notebook'];

/** The table of the architecture, and the entries that join its folders. */
const LAYERS: Record<string, Layer> = {
  model: { sources: [], packages: [] },
  catalog: {
    sources: ['model'],
    packages: [
      'yaml',
      'valibot',
      'mdast',
      'mdast-util-directive',
      'mdast-util-from-markdown',
      'micromark-extension-directive',
    ],
  },
  storage: { sources: ['model'], packages: ['idb', 'valibot'] },
  player: { sources: ['model'], packages: ['howler'] },
  capture: { sources: ['model', 'storage', 'catalog'], packages: [] },
  offline: { sources: ['model', 'storage'], packages: [] },
  notebook: { sources: ['model', 'storage'], packages: ['minisearch', 'fflate'] },
  sw: { sources: ['model'], packages: ['workbox-precaching'] },
  state: { sources: BELOW_STATE, packages: ['@preact/signals-core'] },
  ui: { sources: ['state', 'model'], packages: ['preact', '@preact/signals', 'lucide'] },
  build: {
    sources: ['catalog', 'model', 'prerender.tsx'],
    packages: [
      'node',
      'vite',
      'vite-plugin-pwa',
      '@resvg/resvg-js',
      '@echogarden/espeak-ng-emscripten',
      'node-id3',
      'wasm-media-encoders',
    ],
  },
  'main.tsx': {
    sources: ['create-app.ts', 'model', 'state', 'styles', 'ui'],
    packages: ['preact', '@preact/signals'],
  },
  'create-app.ts': { sources: [...BELOW_STATE, 'state', 'ui'], packages: ['@preact/signals-core'] },
  'prerender.tsx': {
    sources: ['model', 'state', 'ui'],
    packages: ['preact', 'preact-render-to-string'],
  },
  'globals.d.ts': { sources: [], packages: [] },
};

/** A package of these meets our code in one file, behind an interface of ours. */
const IN_ONE_FILE = [
  'howler',
  'idb',
  'workbox-precaching',
  'minisearch',
  'fflate',
  'vite-plugin-pwa',
];

const MOST_LINES = 300;

const sources = await readSources();
const imports = sources.flatMap(({ path, text }) =>
  readImports(text).map((specifier) => {
    const [layer = ''] = path.split('/');
    return { path, layer, specifier, target: resolveImport(path, specifier) };
  }),
);

describe('the reader of imports', () => {
  it('finds every form', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type {\n  B,\n} from '../model/b.ts';",
      "import './c.css';",
      "export { d } from 'd';",
      "const e = await import('../e.ts');",
      "type F = typeof import('f/deep');",
      "// import { g } from 'g';",
      "/** import { h } from 'h'; */",
    ].join('\n');
    expect(readImports(text).sort()).toEqual(
      ['../e.ts', '../model/b.ts', './a.ts', './c.css', 'd', 'f/deep'].sort(),
    );
  });

  it('knows where they lead', () => {
    expect(resolveImport('ui/deep/a.tsx', '../../state/b.ts')).toEqual({
      kind: 'source',
      place: 'state',
    });
    expect(resolveImport('main.tsx', './styles/index.css')).toEqual({
      kind: 'source',
      place: 'styles',
    });
    expect(resolveImport('a.ts', '@preact/signals/x')).toEqual({
      kind: 'package',
      name: '@preact/signals',
    });
    expect(resolveImport('a.ts', 'howler/dist/x.js')).toEqual({ kind: 'package', name: 'howler' });
    expect(resolveImport('a.ts', 'node:fs/promises')).toEqual({ kind: 'package', name: 'node' });
  });

  it('finds a circle, and no circle where two ways meet', () => {
    const graph = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
      ['d', ['e']],
    ]);
    expect(findCircles(graph)).toEqual([]);
    expect(findCircles(new Map([...graph, ['e', ['b']]]))).toEqual([['b', 'd', 'e', 'b']]);
  });

  it('reads the sources', () => {
    expect(imports.length).toBeGreaterThan(100);
  });
});

describe('the sources', () => {
  it('stand in folders that the table knows', () => {
    const places = new Set(sources.map(({ path }) => path.split('/')[0] ?? ''));
    expect([...places].filter((place) => !(place in LAYERS))).toEqual([]);
  });

  it('import only what their folder may know', () => {
    const strays = imports.filter(({ layer, target }) => {
      const allowed = LAYERS[layer];
      if (!allowed) return true;
      return target.kind === 'package'
        ? !allowed.packages.includes(target.name)
        : target.place !== layer && !allowed.sources.includes(target.place);
    });
    expect(strays.map(({ path, specifier }) => `${path} imports ${specifier}`)).toEqual([]);
  });

  it('have no circle of imports', () => {
    const graph = new Map(sources.map(({ path }) => [path, [] as string[]]));
    for (const { path, specifier, target } of imports) {
      if (target.kind === 'source') graph.get(path)?.push(resolveFile(path, specifier));
    }
    expect(findCircles(graph).map((circle) => circle.join(' > '))).toEqual([]);
  });

  it.each(IN_ONE_FILE)('meet %s in one file', (name) => {
    const files = imports
      .filter(({ target }) => target.kind === 'package' && target.name === name)
      .map(({ path }) => path);
    expect(new Set(files).size).toBeLessThanOrEqual(1);
  });

  it(`have no file over ${MOST_LINES} lines`, () => {
    const sizes = sources.map(({ lines }) => lines).sort((a, b) => a - b);
    const share = (part: number) => sizes[Math.floor(sizes.length * part)];
    console.log(`${sizes.length} files, median ${share(0.5)} lines, 90 % under ${share(0.9)}`);
    const large = sources.filter(({ lines }) => lines > MOST_LINES);
    expect(large.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });
});
