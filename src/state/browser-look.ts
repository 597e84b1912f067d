/** Where the look is shown and mirrored, so that the next first paint has it: the root element and localStorage. */
import { ifAllowed } from '../storage/if-allowed.ts';
import type { AppearanceDeps } from './appearance.ts';

/** Gives the two; where localStorage is refused nothing is mirrored. */
export function createBrowserLook(): Omit<AppearanceDeps, 'keep'> {
  return {
    read: (key) => ifAllowed(() => localStorage.getItem(key)) ?? undefined,
    // Refused: the choice holds until the page is closed.
    write: (key, value) => ifAllowed(() => localStorage.setItem(key, value)),
    show(name, value) {
      if (value === undefined) delete document.documentElement.dataset[name];
      else document.documentElement.dataset[name] = value;
      if (name === 'theme') showThemeColor(value);
    },
  };
}

/** The bars of the browser and the system follow a chosen theme too: the page names a colour for each scheme. */
function showThemeColor(theme: string | undefined): void {
  const colors = document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]');
  for (const [index, scheme] of ['light', 'dark'].entries()) {
    const media = theme === undefined ? `(prefers-color-scheme: ${scheme})` : 'not all';
    colors[index]?.setAttribute('media', theme === scheme ? 'all' : media);
  }
}
