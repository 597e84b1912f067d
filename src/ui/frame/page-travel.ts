/**
 * The way between the route and a module as one movement: the piece of rail becomes the picture, and the
 * title goes along. Only where the browser can, and where the person did not ask for less movement.
 */
import type { Page } from '../../model/address.ts';

/** The names that `artwork.module.css` and `module-page.module.css` give to where it leads. */
const PICTURE = 'module-picture';
const TITLE = 'module-title';

/**
 * Shows another page.
 *
 * @param change - Puts the page on screen; drawn in a microtask.
 * @returns Settles once the page is there; the movement may still go on.
 */
export async function travel(change: () => void, from: Page, to: Page): Promise<void> {
  const moduleId = moduleBetween(from, to);
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  // A page that nobody sees, as at the end of a module in a pocket, changes at once.
  if (moduleId === undefined || isCalm || document.hidden || !document.startViewTransition) {
    change();
    return;
  }
  const forget = to.kind === 'module' ? nameStop(moduleId) : undefined;
  const transition = document.startViewTransition(async () => {
    forget?.();
    change();
    await drawn();
    if (to.kind === 'route') transition.finished.then(nameStop(moduleId), () => undefined);
  });
  // Skipped when another page is opened meanwhile.
  transition.ready.catch(() => undefined);
  await transition.updateCallbackDone;
}

/** The module of the two pages, when the other one is its route. */
function moduleBetween(from: Page, to: Page): string | undefined {
  if (from.kind === 'route' && to.kind === 'module') return to.moduleId;
  if (from.kind === 'module' && to.kind === 'route') return from.moduleId;
  return undefined;
}

/** The marks of a movement that may still go on: two of one name on a page stop the next one. */
let forgetNamed = () => {};

/**
 * Marks where the module stands on the rail of the route's own page, and nowhere else. On a desk a module's page
 * has that rail too, beside the picture: it may be on screen when somebody goes on before the route is drawn.
 *
 * @returns Takes the marks away.
 */
function nameStop(moduleId: string): () => void {
  forgetNamed();
  const stop = document.querySelector<HTMLElement>(`[data-page="route"] [data-stop="${moduleId}"]`);
  const rail = stop?.querySelector<SVGElement>('svg');
  const title = stop?.querySelector<HTMLElement>('a > span');
  rail?.style.setProperty('view-transition-name', PICTURE);
  title?.style.setProperty('view-transition-name', TITLE);
  forgetNamed = () => {
    rail?.style.removeProperty('view-transition-name');
    title?.style.removeProperty('view-transition-name');
  };
  return forgetNamed;
}

/** Components are drawn in a microtask after what they read has changed. */
async function drawn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}
