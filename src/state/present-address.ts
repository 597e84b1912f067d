/** A module that was renamed opens at its old address as well: the address bar then gets the one of today. */
import { effect } from '@preact/signals-core';
import type { Page } from '../model/address.ts';
import { presentId } from '../model/renamed.ts';
import type { AppParts } from './app-parts.ts';

/** What of the browser's window it takes. */
export interface AddressWindow {
  location: Pick<Location, 'pathname' | 'search' | 'hash'>;
  history: Pick<History, 'state' | 'replaceState'>;
}

type PresentAddressParts = Pick<AppParts, 'base' | 'content' | 'location'>;

/** Follows the page that is shown; the second and the question in the address stay. @returns Stops it. */
export function showPresentAddress(
  { base, content, location }: PresentAddressParts,
  window: AddressWindow,
): () => void {
  return effect(() => {
    const page = location.page.value;
    if (page.kind !== 'module') return;
    const { pathname, search, hash } = window.location;
    const [routeId = '', moduleId = ''] = pathname.slice(base.length).split('/');
    if (moduleId === page.moduleId || routeId !== page.routeId) return;
    // The bar can be a step ahead of the page: only the old name of this very module is replaced.
    if (presentId(content.catalog.peek(), routeId, moduleId) !== page.moduleId) return;
    const present: Page = { kind: 'module', routeId, moduleId: page.moduleId };
    const { state } = window.history;
    window.history.replaceState(state, '', `${location.href(present)}${search}${hash}`);
  });
}
