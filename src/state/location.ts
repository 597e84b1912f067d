/** Which page is shown: the one owner of the address bar. */
import { createModel, signal } from '@preact/signals-core';
import { formatAddress, type KnownIds, type Page, readAddress } from '../model/address.ts';

/** The browser's parts that a page address needs; absent while prerendering. */
export interface AddressBar {
  read(): { path: string; search: string; hash: string };
  push(address: string): void;
  onPop(listener: () => void): () => void;
}

export interface LocationDeps {
  /** The folder of the app on the host, with both slashes. */
  base: string;
  initial: Page;
  knownIds: () => KnownIds;
  bar?: AddressBar;
  /** Resolves once the code of the page is there, so that no empty screen is shown in between. */
  preparePage: (page: Page) => Promise<void>;
}

/** What is on screen, and the ways to another page. */
export const LocationModel = createModel((deps: LocationDeps) => {
  const page = signal<Page>(deps.initial);
  let latest = 0;

  function readBar(): Page {
    const address = deps.bar?.read() ?? { path: '/', search: '', hash: '' };
    const path = address.path.startsWith(deps.base)
      ? `/${address.path.slice(deps.base.length)}`
      : address.path;
    return readAddress(path, address.search, address.hash, deps.knownIds());
  }

  async function show(next: Page): Promise<void> {
    const turn = ++latest;
    await deps.preparePage(next);
    if (turn === latest) page.value = next;
  }

  return {
    page,
    /** The address to put in a link. */
    href: (to: Page): string => `${deps.base}${formatAddress(to).slice(1)}`,
    /** Goes to another page and adds it to the history. */
    async goTo(to: Page): Promise<void> {
      deps.bar?.push(`${deps.base}${formatAddress(to).slice(1)}`);
      await show(to);
    },
    /** Follows the back and forward buttons from now on. */
    start(): () => void {
      return deps.bar?.onPop(() => void show(readBar())) ?? (() => undefined);
    },
  };
});

export type LocationState = InstanceType<typeof LocationModel>;
