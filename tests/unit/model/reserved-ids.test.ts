import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HEADER_RULES } from '../../../src/build/security-headers.ts';
import { RESERVED_ROUTE_IDS } from '../../../src/model/address.ts';

describe('the ids that no route may have', () => {
  const reserved: readonly string[] = RESERVED_ROUTE_IDS;
  const published = readdirSync('src/static', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const kept = HEADER_RULES.flatMap(({ path }) => /^\/([^/*]+)\/\*$/.exec(path)?.[1] ?? []);

  test.each([...new Set([...published, ...kept])])('hold %s: a folder of the build', (name) => {
    expect(reserved).toContain(name);
  });
});
