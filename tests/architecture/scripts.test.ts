import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(`${ROOT}/package.json`, 'utf8'),
);
const files = Object.entries(scripts).flatMap(([name, command]) =>
  [...command.matchAll(/\S+\.ts\b/g)].map(([file]) => ({ name, file })),
);

// What an ignored folder swallows is there for who wrote it, and for nobody else.
it.each(files)('npm run $name has its file, $file', ({ file }) => {
  expect(existsSync(`${ROOT}/${file}`)).toBe(true);
});

it('knows which commands run a file', () => {
  expect(files.length).toBeGreaterThan(4);
});
