/** A class that no style sheet has shows nothing wrong to the compiler, and one that no screen uses is carried for nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSources } from './read-imports.ts';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

interface StyleUse {
  /** The style sheet, relative to `src`. */
  sheet: string;
  /** Names that are written out; others can be read by a computed name. */
  names: string[];
  isComputed: boolean;
}

/** @param path - Of the file that imports, relative to `src`. */
function readUses(path: string, text: string): StyleUse[] {
  const imports = [...text.matchAll(/^import (\w+) from '([^']+\.module\.css)';$/gm)];
  const code = text.replaceAll(/^import .*$/gm, '');
  return imports.map(([, name = '', specifier = '']) => ({
    sheet: join(dirname(path), specifier),
    names: [...code.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, one = '']) => one),
    isComputed: new RegExp(`\\b${name}\\[`).test(code),
  }));
}

/** The classes that a style sheet has a rule for. */
function readClasses(css: string): Set<string> {
  const rules = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return new Set([...rules.matchAll(/\.([A-Za-z]\w*)(?=[^;{}]*\{)/g)].map(([, name = '']) => name));
}

describe('the classes of the screens', async () => {
  const uses = (await readSources()).flatMap(({ path, text }) =>
    readUses(path, text).map((use) => ({ ...use, path })),
  );
  const sheets = new Map(
    [...new Set(uses.map(({ sheet }) => sheet))]
      .filter((sheet) => existsSync(join(SRC, sheet)))
      .map((sheet) => [sheet, readClasses(readFileSync(join(SRC, sheet), 'utf8'))]),
  );

  it('are read as they are written', () => {
    const text = "import a from './a.module.css';\nconst it = [a.one, a.two, a[name]];";
    expect(readUses('ui/b.tsx', text)).toEqual([
      { sheet: 'ui/a.module.css', names: ['one', 'two'], isComputed: true },
    ]);
    const css =
      '.one,\n.two:has(> .three) { margin: .5rem; /* .four */ & > .five { top: 0.25px; } }';
    expect([...readClasses(css)].sort()).toEqual(['five', 'one', 'three', 'two']);
    expect(sheets.size).toBeGreaterThan(50);
  });

  it('all have a rule', () => {
    const missing = uses.flatMap(({ path, sheet, names }) =>
      names
        .filter((name) => !sheets.get(sheet)?.has(name))
        .map((name) => `${path}: ${sheet} has no .${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('are all used', () => {
    const idle = [...sheets].flatMap(([sheet, classes]) => {
      const mine = uses.filter((use) => use.sheet === sheet);
      if (mine.some(({ isComputed }) => isComputed)) return [];
      const used = new Set(mine.flatMap(({ names }) => names));
      return [...classes].filter((name) => !used.has(name)).map((name) => `${sheet}: .${name}`);
    });
    expect(idle).toEqual([]);
  });
});
