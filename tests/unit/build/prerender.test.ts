import { describe, expect, it, vi } from 'vitest';
import { catalogOf, moduleOf, summaryOf } from '../../fixtures/learning-route.ts';

vi.stubGlobal('__BUILD__', 'test');
vi.stubGlobal('__PACKAGES__', []);
const { prerenderPages } = await import('../../../src/prerender.tsx');

describe('the pages that are made at build', () => {
  it('gives a renamed module its earlier addresses too', async () => {
    const renamed = { aliases: ['eerste', 'nog-eerder'] };
    const pages = await prerenderPages({
      base: '/',
      catalog: catalogOf([summaryOf('een', renamed), summaryOf('twee')]),
      modules: [moduleOf('een'), moduleOf('twee')],
    });
    const aliases = Object.fromEntries(pages.map(({ path, aliases }) => [path, aliases]));
    expect(aliases).toMatchObject({
      '/r/een/': ['/r/eerste/', '/r/nog-eerder/'],
      '/r/twee/': [],
      '/notities/': [],
    });
  });
});
