/** What follows from the page on screen: its title, the module in a silent player, and which code is fetched. */
import { effect } from '@preact/signals-core';
import type { Page } from '../model/address.ts';
import type { AppState } from './app-state.ts';

/** What else follows a page. */
export interface PageFollowers {
  showTitle(page: Page): void;
  /** A page is on screen that has more than the route page. */
  onLaterPage(): void;
}

/** Follows from now on. */
export function followPages(
  { location, content, playback, notebook }: AppState,
  { showTitle, onLaterPage }: PageFollowers,
): void {
  effect(() => {
    const page = location.page.value;
    showTitle(page);
    // Going back leaves the open question too; what was written is kept.
    if (notebook.writing.peek()) void notebook.close();
    if (page.kind !== 'route') onLaterPage();
    if (page.kind !== 'module') return;
    const loaded = playback.loaded.peek();
    // Its episode may be the sound that the player has.
    if (page.time === undefined && loaded?.moduleId === page.moduleId) {
      playback.warm();
      return;
    }
    const summary = content.summary(page.routeId, page.moduleId);
    if (!playback.isPlaying.peek()) {
      playback.open(page.routeId, page.moduleId, page.time);
      playback.warm();
    }
    // A link into the module that plays goes to its second.
    else if (page.time !== undefined && loaded?.summary === summary) playback.seek(page.time);
  });
}
