import { describe, expect, test } from 'vitest';
import {
  formatAddress,
  type KnownIds,
  type Page,
  readAddress,
} from '../../../src/model/address.ts';

const known: KnownIds = {
  routes: [
    {
      id: 'route',
      modules: [
        { id: 'een', aliases: ['eerste'], audio: { duration: 100 } },
        { id: 'twee', aliases: [] },
      ],
    },
  ],
};
const several: KnownIds = { routes: [...known.routes, { id: 'andere', modules: [] }] };

describe('readAddress', () => {
  const rows: [string, string, string, Page, string][] = [
    ['/', '', '', { kind: 'route', routeId: 'route' }, 'the only route is the start page'],
    ['/route/', '', '', { kind: 'route', routeId: 'route' }, 'a route'],
    ['/index.html', '', '', { kind: 'route', routeId: 'route' }, 'the file behind a folder'],
    [
      '/route/een/index.html',
      '',
      '',
      { kind: 'module', routeId: 'route', moduleId: 'een' },
      'also of a module',
    ],
    ['/route', '', '', { kind: 'route', routeId: 'route' }, 'without the last slash'],
    ['/notities/', '', '#zoek', { kind: 'notes', isSearch: true }, 'the field to search in'],
    ['/notities/', '', '#inhoud', { kind: 'notes' }, 'another place on the notes page'],
    ['/offline/', '', '#zoek', { kind: 'offline' }, 'a page without that field'],
    ['/route/een/', '', '', { kind: 'module', routeId: 'route', moduleId: 'een' }, 'a module'],
    [
      '/route/eerste/',
      '',
      '',
      { kind: 'module', routeId: 'route', moduleId: 'een' },
      'an alias gives the present id',
    ],
    [
      '/route/een/',
      '?t=95',
      '',
      { kind: 'module', routeId: 'route', moduleId: 'een', time: 95 },
      'a time',
    ],
    [
      '/route/een/',
      '?t=9.5',
      '',
      { kind: 'module', routeId: 'route', moduleId: 'een', time: 9.5 },
      'a part of a second',
    ],
    [
      '/route/een/',
      '?t=-3',
      '',
      { kind: 'module', routeId: 'route', moduleId: 'een', isTimeOdd: true },
      'a negative time is odd',
    ],
    [
      '/route/een/',
      '?t=1e9',
      '',
      { kind: 'module', routeId: 'route', moduleId: 'een', isTimeOdd: true },
      'a power is odd',
    ],
    [
      '/route/een/',
      '?t=100',
      '',
      { kind: 'module', routeId: 'route', moduleId: 'een', isTimeOdd: true },
      'at its end there is nothing to hear',
    ],
    [
      '/route/een/',
      '?t=99.9',
      '',
      { kind: 'module', routeId: 'route', moduleId: 'een', time: 99.9 },
      'just before its end there is',
    ],
    [
      '/route/twee/',
      '?t=9999',
      '',
      { kind: 'module', routeId: 'route', moduleId: 'twee', time: 9999 },
      'without a sound nobody knows',
    ],
    [
      '/route/een/',
      '',
      '#vraag-x',
      { kind: 'module', routeId: 'route', moduleId: 'een', questionId: 'x' },
      'a question',
    ],
    ['/notities/', '', '', { kind: 'notes' }, 'a fixed page'],
    [
      '/notities/x/',
      '',
      '',
      { kind: 'not-found', path: '/notities/x/' },
      'below a fixed page is nothing',
    ],
    ['/route/drie/', '', '', { kind: 'not-found', path: '/route/drie/' }, 'an unknown module'],
    ['/route/een/meer/', '', '', { kind: 'not-found', path: '/route/een/meer/' }, 'too deep'],
    [
      '/constructor/',
      '',
      '',
      { kind: 'not-found', path: '/constructor/' },
      'a name of every object is no page',
    ],
  ];
  test.each(rows)('%s%s%s: %#', (path, search, hash, expected) => {
    expect(readAddress(path, search, hash, known)).toEqual(expected);
  });

  test('with several routes the start page is the first of them', () => {
    expect(readAddress('/', '', '', several)).toEqual({ kind: 'route', routeId: 'route' });
  });
});

describe('formatAddress', () => {
  test.each<[Page, string]>([
    [{ kind: 'route', routeId: 'route' }, '/route/'],
    [{ kind: 'module', routeId: 'route', moduleId: 'een', time: 95.7 }, '/route/een/?t=95'],
    [{ kind: 'module', routeId: 'route', moduleId: 'een', questionId: 'x' }, '/route/een/#vraag-x'],
    [{ kind: 'settings' }, '/instellingen/'],
  ])('%j', (page, expected) => {
    expect(formatAddress(page)).toBe(expected);
  });
});
