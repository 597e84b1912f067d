/** The addresses of the app: from a path to a page and back. Knows the words, not the browser. */
import type { Seconds } from './units.ts';

/** A screen of the app. */
export type Page =
  | { kind: 'route'; routeId: string }
  | {
      kind: 'module';
      routeId: string;
      moduleId: string;
      time?: Seconds;
      /** The address asks for a time that is not in the sound. */
      isTimeOdd?: true;
      questionId?: string;
    }
  | {
      kind: 'notes';
      /** Somebody comes to search: the field gets the focus. */
      isSearch?: true;
    }
  | { kind: 'offline' }
  | { kind: 'settings' }
  | { kind: 'about' }
  | { kind: 'accessibility' }
  | { kind: 'privacy' }
  | { kind: 'not-found'; path: string };

/** First parts of an address that no route may take as its id: screens, and folders of the build. */
export const RESERVED_ROUTE_IDS = [
  'notities',
  'offline',
  'instellingen',
  'over',
  'toegankelijkheid',
  'privacy',
  'media',
  '_audio',
  'assets',
  'content',
  'icons',
  'pictures',
  'sounds',
  'splash',
] as const;

/** The pages with a fixed name, and that name. */
const FIXED_PAGES = {
  notities: 'notes',
  offline: 'offline',
  instellingen: 'settings',
  over: 'about',
  toegankelijkheid: 'accessibility',
  privacy: 'privacy',
} as const;

/** What an address is read against: the ids that exist, with their older names, and how long a module's sound is. */
export interface KnownIds {
  routes: {
    id: string;
    modules: { id: string; aliases: string[]; audio?: { duration: Seconds } | undefined }[];
  }[];
}

/**
 * Reads an address.
 *
 * @param path - Without the base path, starting with a slash.
 * @param search - With or without the question mark; `t` is a time in seconds. One that is malformed or not in
 * the sound is told as odd and asks for nothing: it must not take the place of where the listener was.
 * @param hash - `#vraag-<id>` points at a question, `#zoek` on the notes page at the field to search in.
 * @returns `not-found` for a name that does not exist; an alias gives the module's present id.
 */
export function readAddress(path: string, search: string, hash: string, known: KnownIds): Page {
  const parts = path.split('/').filter((part) => part !== '');
  // Some hosts tell the file behind a folder.
  if (parts.at(-1) === 'index.html') parts.pop();
  const [first, second] = parts;
  const [home] = known.routes;
  if (first === undefined) {
    return home ? { kind: 'route', routeId: home.id } : { kind: 'not-found', path };
  }
  if (parts.length === 1 && Object.hasOwn(FIXED_PAGES, first)) {
    const kind = FIXED_PAGES[first as keyof typeof FIXED_PAGES];
    return kind === 'notes' && hash === '#zoek' ? { kind, isSearch: true } : { kind };
  }
  const route = known.routes.find((candidate) => candidate.id === first);
  if (!route || parts.length > 2) return { kind: 'not-found', path };
  if (second === undefined) return { kind: 'route', routeId: route.id };
  const found = route.modules.find(
    (entry) => entry.id === second || entry.aliases.includes(second),
  );
  if (!found) return { kind: 'not-found', path };
  const time = readTime(search, found.audio?.duration);
  const questionId = /^#vraag-([a-z0-9-]+)$/.exec(hash)?.[1];
  return {
    kind: 'module',
    routeId: route.id,
    moduleId: found.id,
    ...(time === undefined ? {} : time === 'odd' ? { isTimeOdd: true } : { time }),
    ...(questionId === undefined ? {} : { questionId }),
  };
}

/** The path of a page without the base path, starting and ending with a slash. */
export function formatAddress(page: Page): string {
  switch (page.kind) {
    case 'route':
      return `/${page.routeId}/`;
    case 'module': {
      const search = page.time === undefined ? '' : `?t=${Math.floor(page.time)}`;
      const hash = page.questionId === undefined ? '' : `#vraag-${page.questionId}`;
      return `/${page.routeId}/${page.moduleId}/${search}${hash}`;
    }
    case 'notes':
      return page.isSearch ? '/notities/#zoek' : '/notities/';
    case 'offline':
      return '/offline/';
    case 'settings':
      return '/instellingen/';
    case 'about':
      return '/over/';
    case 'accessibility':
      return '/toegankelijkheid/';
    case 'privacy':
      return '/privacy/';
    case 'not-found':
      return page.path;
  }
}

function readTime(
  search: string,
  duration = Number.POSITIVE_INFINITY,
): Seconds | 'odd' | undefined {
  const value = new URLSearchParams(search).get('t');
  if (value === null) return undefined;
  const isTime = /^\d{1,6}(\.\d{1,3})?$/.test(value) && Number(value) < duration;
  return isTime ? Number(value) : 'odd';
}
