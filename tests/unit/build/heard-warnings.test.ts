/** Real builds of a page with one script, beside the machine's other temporary files. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createLogger, type Plugin } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BuildError } from '../../../src/build/build-error.ts';
import { hearWarnings } from '../../../src/build/heard-warnings.ts';

let root: string;
let said: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'warnings-'));
  said = [];
  await writeFile(join(root, 'index.html'), '<script type="module" src="/start.js"></script>');
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function buildWith(script: string, plugins: Plugin[] = []): Promise<() => void> {
  await writeFile(join(root, 'start.js'), script);
  const say = (message: string) => said.push(message);
  const silent = { ...createLogger('silent'), warn: say, warnOnce: say };
  const { logger, throwIfAny } = hearWarnings(silent);
  await build({ root, configFile: false, logLevel: 'warn', customLogger: logger, plugins });
  return throwIfAny;
}

test('a build that says nothing is let through', async () => {
  const throwIfAny = await buildWith('document.title = "goed";');
  expect(throwIfAny).not.toThrow();
  expect(said).toEqual([]);
});

test.each<{ why: string; script: string; plugins: Plugin[] }>([
  { why: 'what the bundler warns of', script: 'console.log(eval("1"));', plugins: [] },
  {
    why: 'what a plugin warns of',
    script: '',
    plugins: [
      {
        name: 'warner',
        buildStart() {
          this.warn('let op');
        },
      },
    ],
  },
])('$why is said, and fails the build', async ({ script, plugins }) => {
  const throwIfAny = await buildWith(script, plugins);
  expect(throwIfAny).toThrow(BuildError);
  expect(said).toHaveLength(1);
});
