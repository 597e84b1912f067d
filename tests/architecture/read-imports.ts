/** Reads what the files of `src` import, from their text. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** One file of the sources. */
export interface SourceFile {
  /** Relative to `src`, with slashes. */
  path: string;
  text: string;
  lines: number;
}

/** Where an import leads: into a folder of `src` (or a file directly in it), or to a package. */
export type ImportTarget = { kind: 'source'; place: string } | { kind: 'package'; name: string };

/** Reads all TypeScript below `src`. */
export async function readSources(): Promise<SourceFile[]> {
  const names = await readdir(SRC, { recursive: true });
  const paths = names.filter((name) => /\.tsx?$/.test(name)).sort();
  return Promise.all(
    paths.map(async (name) => {
      const text = await readFile(join(SRC, name), 'utf8');
      return { path: name.split(sep).join('/'), text, lines: text.trimEnd().split('\n').length };
    }),
  );
}

/** The specifiers of a file, whatever the form of the import. */
export function readImports(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const forms = [
    /^\s*(?:import|export)\s[^'";]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
  ];
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ''));
}

/** Finds files that import each other, directly or by way of others. @returns One way round for each circle. */
export function findCircles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]) => {
    const start = way.indexOf(file);
    if (start >= 0) circles.push([...way.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return circles;
}

/** The file that a specifier of our own names. @param path - As for {@link resolveImport}. */
export function resolveFile(path: string, specifier: string): string {
  return relative(SRC, resolve(SRC, path, '..', specifier))
    .split(sep)
    .join('/');
}

/** Resolves a specifier. @param path - Of the importing file, relative to `src`. */
export function resolveImport(path: string, specifier: string): ImportTarget {
  if (!specifier.startsWith('.')) {
    const parts = specifier.split('/');
    const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
    return { kind: 'package', name: specifier.startsWith('node:') ? 'node' : name };
  }
  return { kind: 'source', place: resolveFile(path, specifier).split('/')[0] ?? '' };
}
