/** The browser's own address bar behind {@link AddressBar}. */
import type { AddressBar } from './location.ts';

/** Reads and writes the address of this tab. */
export function createAddressBar(): AddressBar {
  return {
    read: () => ({ path: location.pathname, search: location.search, hash: location.hash }),
    push: (address) => history.pushState(undefined, '', address),
    onPop(listener) {
      addEventListener('popstate', listener);
      return () => removeEventListener('popstate', listener);
    },
  };
}
