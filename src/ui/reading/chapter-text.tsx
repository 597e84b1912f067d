/** One chapter of the text: its heading, in which words can be found too, and its blocks. */
import type { ComponentChildren } from 'preact';
import type { Block, Chapter } from '../../model/learning-module.ts';
import type { TextSearch } from '../../state/reading/text-search.ts';
import { MarkedText } from '../parts/marked-text.tsx';
import { headingId } from './heading-id.ts';
import styles from './read-along.module.css';

interface ChapterTextProps {
  chapter: Chapter;
  search: TextSearch;
  render: (block: Block, index: number) => ComponentChildren;
}

export function ChapterText({ chapter, search, render }: ChapterTextProps) {
  const id = headingId(chapter);
  const matches = search.byLine.value.get(id);
  return (
    <section aria-labelledby={id}>
      <h3 id={id} class={styles.chapter}>
        {matches ? (
          <MarkedText
            content={[{ kind: 'text', text: chapter.title }]}
            matches={matches}
            current={search.current.value?.number}
          />
        ) : (
          chapter.title
        )}
      </h3>
      {chapter.blocks.map(render)}
    </section>
  );
}
