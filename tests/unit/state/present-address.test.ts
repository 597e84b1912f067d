import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import type { Page } from '../../../src/model/address.ts';
import { showPresentAddress } from '../../../src/state/present-address.ts';

type Parts = Parameters<typeof showPresentAddress>[0];

const catalog = {
  routes: [
    {
      id: 'route',
      modules: [
        { id: 'nieuw', aliases: ['oud', 'ouder'] },
        { id: 'ander', aliases: [] },
      ],
    },
  ],
};

/** @returns What the address bar holds after the page came on screen there. */
function addressOf(pathname: string, page: Page, search = '', hash = ''): string {
  let address = `${pathname}${search}${hash}`;
  const shown = signal(page);
  const parts = {
    base: '/app/',
    content: { catalog: signal(catalog) },
    location: {
      page: shown,
      href: (to: Page) =>
        to.kind === 'module' ? `/app/${to.routeId}/${to.moduleId}/` : `/app/${to.kind}/`,
    },
  } as unknown as Parts;
  const stop = showPresentAddress(parts, {
    location: { pathname, search, hash },
    history: {
      state: undefined,
      replaceState: (_state, _title, url) => {
        address = String(url);
      },
    },
  });
  stop();
  return address;
}

const renamed: Page = { kind: 'module', routeId: 'route', moduleId: 'nieuw' };

test.each([
  ['/app/route/oud/', '/app/route/nieuw/'],
  ['/app/route/ouder/', '/app/route/nieuw/'],
  ['/app/route/oud', '/app/route/nieuw/'],
  ['/app/route/oud/index.html', '/app/route/nieuw/'],
])('%s becomes %s', (before, after) => {
  expect(addressOf(before, renamed)).toBe(after);
});

test('the second and the question stay', () => {
  expect(addressOf('/app/route/oud/', renamed, '?t=12', '#vraag-een')).toBe(
    '/app/route/nieuw/?t=12#vraag-een',
  );
});

test.each<[string, Page]>([
  ['/app/route/nieuw/', renamed],
  ['/app/route/nieuw/index.html', renamed],
  ['/app/route/ander/', renamed],
  ['/app/route/', renamed],
  ['/app/route/oud/', { kind: 'module', routeId: 'route', moduleId: 'ander' }],
  ['/app/notities/', { kind: 'notes' }],
])('%s stays as it is', (address, page) => {
  expect(addressOf(address, page)).toBe(address);
});
