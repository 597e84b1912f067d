/** Which page is shown: the one owner of the address bar. */
import { signal } from '@preact/signals-core';
import { formatAddress, type KnownIds, type Page, readAddress } from '../model/address.ts';
import { createModel } from './create-model.ts';

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
  /** Makes the change that puts another page on screen; settles once it is there. */
  showPage?: (change: () => void, from: Page, to: Page) => Promise<void>;
}

/** What is on screen, and the ways to another page. */
export const LocationModel = createModel((deps: LocationDeps) => {
  const page = signal<Page>(deps.initial);
  const unreachable = signal<Page | undefined>(undefined);
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
    try {
      await deps.preparePage(next);
    } catch {
      if (turn === latest) unreachable.value = next;
      return;
    }
    if (turn !== latest) return;
    const change = () => {
      if (turn !== latest) return;
      unreachable.value = undefined;
      page.value = next;
    };
    if (deps.showPage) await deps.showPage(change, page.peek(), next);
    else change();
  }

  return {
    page,
    /** A page whose code could not be fetched; the one before it is still there. */
    unreachable,
    /** Tries the page that could not be reached again. */
    async retry(): Promise<void> {
      const wanted = unreachable.peek();
      if (wanted) await show(wanted);
    },
    /** The address to put in a link. */
    href: (to: Page): string => `${deps.base}${formatAddress(to).slice(1)}`,
    /** Goes to another page and adds it to the history. */
    async goTo(to: Page): Promise<void> {
      deps.bar?.push(`${deps.base}${formatAddress(to).slice(1)}`);
      await show(to);
    },
    /** Follows the back and forward buttons from now on. */
    start(): () => void {
      const follow = () => {
        const next = readBar();
        if (isPlaceOn(page.peek(), next)) latest += 1;
        else void show(next);
      };
      return deps.bar?.onPop(follow) ?? (() => undefined);
    },
  };
});

export type LocationState = InstanceType<typeof LocationModel>;

/** Whether an address is only a place on the page that is shown, as the link past the text is. */
function isPlaceOn(shown: Page, next: Page): boolean {
  const address = formatAddress(next);
  if (shown.kind === 'notes') return next.kind === 'notes';
  if (shown.kind !== 'module') return address === formatAddress(shown);
  const { questionId: _questionId, ...pageItself } = shown;
  return address === formatAddress(shown) || address === formatAddress(pageItself);
}
