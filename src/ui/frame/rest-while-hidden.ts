/** Draws nothing while nobody sees the page: a phone in a pocket has better things to do. */
import { options } from 'preact';

/** The part of a document that tells whether it is seen. */
export interface SeenPage {
  readonly visibilityState: DocumentVisibilityState;
  addEventListener(type: 'visibilitychange', listener: () => void): void;
}

/** What changed meanwhile is drawn at once when the page is seen again. To be called before anything is drawn. */
export function restWhileHidden(page: SeenPage): void {
  let waiting: (() => void) | undefined;
  options.debounceRendering = (draw) => {
    if (page.visibilityState === 'hidden') waiting = draw;
    else queueMicrotask(draw);
  };
  page.addEventListener('visibilitychange', () => {
    const draw = page.visibilityState === 'hidden' ? undefined : waiting;
    if (!draw) return;
    waiting = undefined;
    draw();
  });
}
