import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalog } from '../../../src/catalog/read-catalog.ts';
import { createMemoryFiles } from '../../../src/catalog/source-files.ts';
import { readGoodFiles } from '../../content/fixture-files.ts';

const good = readGoodFiles();
const decoder = new TextDecoder();
const PATHS = [
  'modules/proef/route.md',
  'modules/proef/01-eerste-stap.md',
  'modules/proef/02-tweede-stap.md',
  'media/proef/eerste-stap/narration.json',
  'media/proef/eerste-stap/narration.vtt',
  'media/proef/eerste-stap/narration.mp3',
  'media/proef/eerste-stap/tekening.svg',
  'media/proef/tweede-stap/opname.vtt',
  'media/proef/tweede-stap/opname.mp3',
  'media/proef/tweede-stap/aflevering.mp3',
  'media/proef/tweede-stap/peaks.json',
];
const filesOf = (change: (path: string, bytes: Uint8Array) => Uint8Array | string) =>
  createMemoryFiles(PATHS.map((path) => [path, change(path, good.read(path) ?? new Uint8Array())]));

/** Pieces that mean something to one of the readers. */
const SIGNS = [
  '---\n',
  ':::',
  '{#',
  '}',
  '"',
  ': ',
  '\n\n',
  '## ',
  '-->',
  '<',
  '[',
  '](',
  '%',
  '\t',
  '\u0000',
  '’',
  '😀',
];

describe('any input', () => {
  it('gives a list of problems with places inside the file, and never an exception', async () => {
    const piece = fc.oneof(fc.constantFrom(...SIGNS), fc.string({ maxLength: 4 }));
    const edit = fc.record({
      path: fc.constantFrom(...PATHS),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.nat({ max: 12 }),
      inserted: piece,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const files = filesOf((path, bytes) => {
          if (path.endsWith('.mp3'))
            return edits.some((one) => one.path === path) ? bytes.subarray(0, 700) : bytes;
          return edits
            .filter((one) => one.path === path)
            .reduce((text, { at, removed, inserted }) => {
              const start = Math.floor(at * text.length);
              return text.slice(0, start) + inserted + text.slice(start + removed);
            }, decoder.decode(bytes));
        });
        const { problems } = await readCatalog(files);
        for (const { path, line, column } of problems) {
          const lines = decoder.decode(files.read(path)).split('\n');
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        }
      }),
      { numRuns: 150, seed: 20_201_102 },
    );
  });

  it('may have Windows line ends and a byte order mark: the same modules come out', async () => {
    const expected = await readCatalog(filesOf((_path, bytes) => bytes));
    const found = await readCatalog(
      filesOf((path, bytes) =>
        /\.(md|vtt)$/.test(path)
          ? `\uFEFF${decoder.decode(bytes).replaceAll('\n', '\r\n')}`
          : bytes,
      ),
    );
    expect(found.problems).toEqual([]);
    expect(found.modules).toEqual(expected.modules);
  });
});
