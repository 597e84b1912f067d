/** Every word of the interface as a person may read it, for the tests of how it reads. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder that holds them, with a slash at the end. */
export const STRINGS = fileURLToPath(new URL('../../src/ui/strings/', import.meta.url));

type Words = string | number | ((...values: never[]) => string) | readonly Words[] | WordTree;
interface WordTree {
  readonly [name: string]: Words;
}

/** The exported objects, by file and name, with how many the file exports. */
export const wordFiles = await Promise.all(
  readdirSync(STRINGS)
    .filter((name) => name.endsWith('.ts'))
    .map(async (file) => {
      const module: Record<string, WordTree> = await import(`${STRINGS}${file}`);
      const [name = '', tree = {}] = Object.entries(module)[0] ?? [];
      return { file, name, exports: Object.keys(module).length, texts: spokenIn(tree) };
    }),
);

/** Every text of an object; a function is asked with stand-ins, a list of one that is written as its one. */
function spokenIn(words: Words): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') {
    return [words(...(Array.from({ length: words.length }, () => ['2']) as never[]))];
  }
  if (typeof words !== 'object') return [];
  return Object.values(words).flatMap(spokenIn);
}
