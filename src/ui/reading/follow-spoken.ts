/** Keeps the spoken sentence in view, for as long as the reader lets it. */
import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The spoken sentence is kept out of this share of the screen at its top and bottom. */
const MARGIN = 0.3;

/** Whether the text follows, and the way back to the sentence that is spoken now. */
export interface FollowSpoken {
  isFollowing: ReadonlySignal<boolean>;
  toNow: () => void;
}

/**
 * Scrolls along from one sentence to the next while the reader has the text on screen. Scrolling by
 * hand ends it, and so does a jump to a sentence elsewhere: whoever uses the slider looks at the player.
 *
 * @param root - Holds the sentences, each with its id in `data-sentence`.
 * @param spoken - The id of the sentence that is spoken, if any.
 */
export function useFollowSpoken(
  root: RefObject<HTMLElement | null>,
  spoken: ReadonlySignal<string | undefined>,
  isPlaying: ReadonlySignal<boolean>,
): FollowSpoken {
  const isFollowing = useSignal(true);
  const last = useRef<string | undefined>(undefined);

  useEffect(() => {
    const stop = () => {
      isFollowing.value = false;
    };
    window.addEventListener('wheel', stop, { passive: true });
    window.addEventListener('touchmove', stop, { passive: true });
    return () => {
      window.removeEventListener('wheel', stop);
      window.removeEventListener('touchmove', stop);
    };
  }, [isFollowing]);

  useSignalEffect(() => {
    const id = spoken.value;
    if (id === undefined || !root.current) return;
    const lines = [...root.current.querySelectorAll<HTMLElement>('[data-sentence]')];
    const index = lines.findIndex((line) => line.dataset.sentence === id);
    const before = lines[index - 1];
    const isNext = before !== undefined && before.dataset.sentence === last.current;
    last.current = id;
    const line = lines[index];
    // Nobody reads along in a page that is not seen.
    if (!line || !isPlaying.peek() || document.hidden) return;
    if (isFollowing.peek() && isOnScreen(isNext ? before : line)) bringIntoView(line);
    else if (!isOnScreen(line) && isRead(root.current)) isFollowing.value = false;
  });

  return {
    isFollowing,
    toNow() {
      isFollowing.value = true;
      const line = root.current?.querySelector<HTMLElement>(`[data-sentence="${spoken.peek()}"]`);
      if (line) bringIntoView(line);
    },
  };
}

/** Whoever has the text only at the bottom of the screen looks at the player. */
function isRead(text: HTMLElement): boolean {
  return text.getBoundingClientRect().top < window.innerHeight / 2;
}

function isOnScreen(line: HTMLElement): boolean {
  const box = line.getBoundingClientRect();
  return box.bottom > 0 && box.top < window.innerHeight;
}

function bringIntoView(line: HTMLElement): void {
  const box = line.getBoundingClientRect();
  const margin = window.innerHeight * MARGIN;
  if (box.top >= margin / 2 && box.bottom <= window.innerHeight - margin) return;
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  line.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
}
