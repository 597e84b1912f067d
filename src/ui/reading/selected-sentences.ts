/** Which sentences of the text a reader has selected. */
import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** The words as they were selected, and the sentences that hold them, in reading order. */
export interface SelectedSentences {
  text: string;
  ids: string[];
}

/** @param root - Holds the sentences, each with its id in `data-sentence`. */
export function useSelectedSentences(
  root: RefObject<HTMLElement | null>,
): ReadonlySignal<SelectedSentences | undefined> {
  const selected = useSignal<SelectedSentences | undefined>(undefined);
  useEffect(() => {
    const read = () => {
      selected.value = root.current ? readSelection(root.current) : undefined;
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [root, selected]);
  return selected;
}

function readSelection(root: HTMLElement): SelectedSentences | undefined {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return undefined;
  const ids = [...root.querySelectorAll<HTMLElement>('[data-sentence]')]
    .filter((line) => holdsPartOf(line, range))
    .flatMap((line) => line.dataset.sentence ?? []);
  const text = selection.toString().replace(/\s+/g, ' ').trim();
  return ids.length === 0 || text === '' ? undefined : { text, ids };
}

/** A selection that only touches the border of a sentence holds nothing of it. */
function holdsPartOf(line: HTMLElement, range: Range): boolean {
  if (!range.intersectsNode(line)) return false;
  const part = document.createRange();
  part.selectNodeContents(line);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) {
    part.setStart(range.startContainer, range.startOffset);
  }
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) {
    part.setEnd(range.endContainer, range.endOffset);
  }
  return part.toString().trim() !== '';
}
