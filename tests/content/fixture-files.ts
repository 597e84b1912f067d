/** The fixtures of the checker: a project without faults, and overlays that each add one fault. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ContentProblem } from '../../src/catalog/content-problem.ts';
import { createMemoryFiles, type SourceFiles } from '../../src/catalog/source-files.ts';

/** The folder with `good/` and `broken/`. */
export const FIXTURES = fileURLToPath(new URL('../fixtures/content', import.meta.url));

/** What an overlay says of itself. */
export interface BrokenFixture {
  name: string;
  problems: Omit<ContentProblem, 'message'>[];
  files: SourceFiles;
}

/** The project without faults. */
export function readGoodFiles(): SourceFiles {
  return createMemoryFiles(readFolder(join(FIXTURES, 'good')));
}

/** Every overlay on the good project, by name: the code of its fault, or `<code>.<variant>`. */
export function readBrokenFixtures(): BrokenFixture[] {
  const good = readFolder(join(FIXTURES, 'good'));
  return readdirSync(join(FIXTURES, 'broken'))
    .sort()
    .map((name) => {
      const overlay = readFolder(join(FIXTURES, 'broken', name));
      const { problems, remove = [] } = JSON.parse(
        new TextDecoder().decode(overlay.get('expected.json')),
      ) as { problems: BrokenFixture['problems']; remove?: string[] };
      overlay.delete('expected.json');
      const entries = new Map([...good, ...overlay]);
      for (const path of remove) entries.delete(path);
      return { name, problems, files: createMemoryFiles(entries) };
    });
}

function readFolder(folder: string): Map<string, Uint8Array> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)]),
  );
}
