/** Where the facts come from: words first, the link is extra. */
import type { Source } from '../../model/learning-module.ts';
import { moduleStrings } from '../strings/module.ts';
import styles from './source-list.module.css';

export function SourceList({ sources }: { sources: readonly Source[] }) {
  return (
    <section class={styles.root} aria-labelledby="bronnen">
      <h2 id="bronnen" class={styles.title}>
        {moduleStrings.sources}
      </h2>
      <ul class={styles.list}>
        {sources.map((source) => (
          <li key={source.title}>
            {source.url === undefined ? (
              source.title
            ) : (
              <a href={source.url} rel="noopener noreferrer">
                {source.title}
              </a>
            )}
            {/[.?!]$/.test(source.title) ? ' ' : '. '}
            {source.publisher}, {moduleStrings.sourceOf(source.year)}.
          </li>
        ))}
      </ul>
    </section>
  );
}
