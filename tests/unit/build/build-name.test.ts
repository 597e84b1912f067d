import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildName, hashOf } from '../../../src/build/build-name.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build-name-'));
  mkdirSync(join(root, 'src', 'ui'), { recursive: true });
  writeFileSync(join(root, 'src', 'ui', 'app.ts'), 'one');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the name of a build', () => {
  it('is eight signs, with git and without', () => {
    expect(buildName(fileURLToPath(new URL('../../../', import.meta.url)))).toMatch(
      /^[0-9a-f]{8,}$/,
    );
    expect(buildName(root)).toMatch(/^[0-9a-f]{8}$/);
  });

  it('without git is another one for other sources, and the same for the same', () => {
    const before = buildName(root);
    expect(buildName(root)).toBe(before);
    writeFileSync(join(root, 'src', 'ui', 'app.ts'), 'two');
    expect(buildName(root)).not.toBe(before);
  });

  it('follows names as well as contents', () => {
    const before = hashOf(root, ['src']);
    writeFileSync(join(root, 'src', 'ui', 'b.ts'), '');
    expect(hashOf(root, ['src'])).not.toBe(before);
    expect(hashOf(root, ['src', 'modules'])).toBe(hashOf(root, ['src']));
  });
});
