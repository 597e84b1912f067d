/** Marks the sentence that is spoken, for the eye and for a screen reader. */
import { type ReadonlySignal, useSignalEffect } from '@preact/signals';
import type { RefObject } from 'preact';

/**
 * Moves the mark by hand: a binding for each of the sentences was a third of what taking a page over took, and all
 * of them woke for the two that change.
 *
 * @param root - Holds the sentences, each with its id in `data-sentence`; nothing else sets their `aria-current`.
 * @param spoken - The id of the sentence that is spoken, if any.
 */
export function useSpokenMark(
  root: RefObject<HTMLElement | null>,
  spoken: ReadonlySignal<string | undefined>,
): void {
  useSignalEffect(() => {
    const id = spoken.value;
    for (const line of root.current?.querySelectorAll<HTMLElement>('[data-sentence]') ?? []) {
      if (line.dataset.sentence === id) line.setAttribute('aria-current', 'true');
      else line.removeAttribute('aria-current');
    }
  });
}
