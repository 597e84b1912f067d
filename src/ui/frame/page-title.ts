/** The title of a page, for the tab and the history. */
import type { Page } from '../../model/address.ts';
import type { ContentState } from '../../state/content.ts';
import { strings } from '../strings/first-view.ts';

/** The page's own name first, the app's name last. */
export function pageTitle(page: Page, content: Pick<ContentState, 'route' | 'summary'>): string {
  const own = ownTitle(page, content);
  return own === undefined ? strings.appName : `${own} · ${strings.appName}`;
}

function ownTitle(
  page: Page,
  content: Pick<ContentState, 'route' | 'summary'>,
): string | undefined {
  switch (page.kind) {
    case 'route':
      return content.route(page.routeId)?.title;
    case 'module':
      return content.summary(page.routeId, page.moduleId)?.title;
    case 'notes':
      return strings.titles.notes;
    case 'offline':
      return strings.titles.offline;
    case 'settings':
      return strings.titles.settings;
    case 'about':
      return strings.titles.about;
    case 'accessibility':
      return strings.titles.accessibility;
    case 'privacy':
      return strings.titles.privacy;
    case 'not-found':
      return strings.notFound.title;
  }
}
