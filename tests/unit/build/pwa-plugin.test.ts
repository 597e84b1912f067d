import { describe, expect, it } from 'vitest';
import { checkShell, webManifest } from '../../../src/build/pwa-plugin.ts';

const page = { url: 'index.html', revision: 'a', size: 1000 };
const file = (url: string, size: number) => ({ url, revision: 'b', size });

describe('the list of the shell', () => {
  it('names the page as the build will', () => {
    expect(checkShell([file('theme.js', 10), page])).toEqual([
      file('theme.js', 10),
      { url: 'shell.html', revision: 'a', size: 1000 },
    ]);
  });

  it('may be one million bytes and no more, and the largest files are named', () => {
    expect(checkShell([page, file('assets/a.js', 999_000)])).toHaveLength(2);
    expect(() => checkShell([page, file('assets/a.js', 999_001)])).toThrow(
      /assets\/a\.js \(999001\)/,
    );
  });

  it.each(['media/a.mp3', 'content/a.json'])('never holds %s', (url) => {
    expect(() => checkShell([page, file(url, 1)])).toThrow(url);
  });

  it('is not complete without the page', () => {
    expect(() => checkShell([file('theme.js', 10)])).toThrow('index.html');
  });
});

describe('the web manifest', () => {
  it.each([
    [['proef'], '/map/proef/', 'the only one, whatever its name'],
    [['een', 'twee'], '/map/een/', 'the start page'],
  ])('of %s opens on %s: %s', (routeIds, startUrl) => {
    const manifest = webManifest({ base: '/map/', routeIds });
    expect(manifest).toMatchObject({
      start_url: startUrl,
      scope: '/map/',
      id: '/map/',
      lang: 'nl',
    });
    expect(manifest.shortcuts?.[0]?.url).toBe(startUrl);
    expect(manifest.icons).toContainEqual(expect.objectContaining({ purpose: 'maskable' }));
  });
});
