/** Searching in the text of one module: the words, where they stand, and which place is looked at. */
import { computed, signal } from '@preact/signals-core';
import { findInText, type TextLine, type TextMatch } from '../../model/text-search.ts';
import { createModel } from '../create-model.ts';

/** A match with its place among all of them, from 0. */
export interface NumberedMatch extends TextMatch {
  number: number;
}

/** @param lines - The text in reading order. */
export const TextSearchModel = createModel((lines: readonly TextLine[]) => {
  const isOpen = signal(false);
  const query = signal('');
  const number = signal(0);
  const matches = computed<NumberedMatch[]>(() =>
    isOpen.value
      ? findInText(lines, query.value).map((match, index) => ({ ...match, number: index }))
      : [],
  );

  function step(by: number): void {
    const total = matches.peek().length;
    if (total > 0) number.value = (number.peek() + by + total) % total;
  }

  return {
    isOpen,
    query,
    matches,
    current: computed(() => matches.value[number.value]),
    byLine: computed(() => {
      const byLine = new Map<string, NumberedMatch[]>();
      for (const match of matches.value) {
        byLine.set(match.lineId, [...(byLine.get(match.lineId) ?? []), match]);
      }
      return byLine;
    }),
    open(): void {
      isOpen.value = true;
    },
    close(): void {
      isOpen.value = false;
    },
    setQuery(words: string): void {
      query.value = words;
      number.value = 0;
    },
    /** After the last comes the first. */
    next: (): void => step(1),
    previous: (): void => step(-1),
  };
});

export type TextSearch = InstanceType<typeof TextSearchModel>;
