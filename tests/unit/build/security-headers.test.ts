import { describe, expect, it } from 'vitest';
import { HEADER_RULES, headersFile } from '../../../src/build/security-headers.ts';

describe('the table of headers', () => {
  it('never sets one header twice for one address', () => {
    const general = Object.keys(HEADER_RULES.find((rule) => rule.path === '/*')?.headers ?? {});
    for (const rule of HEADER_RULES.filter((candidate) => candidate.path !== '/*')) {
      expect(Object.keys(rule.headers).filter((name) => general.includes(name))).toEqual([]);
    }
  });

  it('is written below the folder of the app', () => {
    const file = headersFile('/route/');
    expect(file).toMatch(/^\/route\/\*\n {2}Content-Security-Policy: default-src 'none'; /);
    expect(file).toContain('\n\n/route/sw.js\n  Cache-Control: no-cache\n');
  });
});
