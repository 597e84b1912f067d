import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { wordFiles } from './interface-words.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CSPELL = fileURLToPath(new URL('../../node_modules/cspell/bin.mjs', import.meta.url));
/** Starting the checker and its dictionaries takes seconds on a slow machine. */
const TIMEOUT_MS = 60_000;

function checkSpelling(files: string, input?: string) {
  const args = [CSPELL, '--no-progress', '--no-color', '--no-summary', files];
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  });
  return { status, found: stdout.split('\n').filter((line) => line !== '') };
}

describe('Dutch spelling', () => {
  it('is right in all modules', { timeout: TIMEOUT_MS }, () => {
    expect(checkSpelling('modules/**/*.md')).toEqual({ status: 0, found: [] });
  });

  it('is right in all words of the interface', { timeout: TIMEOUT_MS }, () => {
    const words = wordFiles.flatMap(({ texts }) => texts).join('\n');
    expect(checkSpelling('stdin', words)).toEqual({ status: 0, found: [] });
  });

  it('is really looked at: a misspelling is found, a word of the list is not', {
    timeout: TIMEOUT_MS,
  }, () => {
    const { status, found } = checkSpelling('stdin', 'Wij samenwrken met Platform JEP.\n');
    expect(status).toBe(1);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('samenwrken');
  });
});
