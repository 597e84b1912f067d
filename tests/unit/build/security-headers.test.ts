import { describe, expect, it } from 'vitest';
import { HEADER_RULES, headersFile, headersFor } from '../../../src/build/security-headers.ts';

describe('the table of headers', () => {
  it('never sets one header twice for one address', () => {
    const general = Object.keys(HEADER_RULES.find((rule) => rule.path === '/*')?.headers ?? {});
    for (const rule of HEADER_RULES.filter((candidate) => candidate.path !== '/*')) {
      const twice = Object.keys(rule.headers).filter((name) => general.includes(name));
      // Two policies are both enforced, or the last one is: the narrow one holds either way.
      expect(twice).toEqual(rule.path.includes('search-worker') ? ['Content-Security-Policy'] : []);
    }
  });

  it('lets the search connect to nothing, and keeps its file for good', () => {
    const headers = headersFor('/assets/search-worker-AbC1.js');
    expect(headers['Content-Security-Policy']).toBe(
      "default-src 'none'; script-src 'self'; connect-src 'none'",
    );
    expect(headers['Cache-Control']).toContain('immutable');
    expect(headersFor('/assets/index-AbC1.js')['Content-Security-Policy']).toContain(
      "connect-src 'self'",
    );
  });

  it('is written below the folder of the app', () => {
    const file = headersFile('/route/');
    expect(file).toMatch(/^\/route\/\*\n {2}Content-Security-Policy: default-src 'none'; /);
    expect(file).toContain('\n\n/route/sw.js\n  Cache-Control: no-cache\n');
  });
});
