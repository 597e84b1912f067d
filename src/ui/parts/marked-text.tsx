/** A sentence with the words that were searched for marked in it; the one that is looked at stands out. */

import type { Inline } from '../../model/learning-module.ts';
import { cutAtMatches } from '../../model/text-search.ts';
import type { NumberedMatch } from '../../state/reading/text-search.ts';
import styles from './marked-text.module.css';

interface MarkedTextProps {
  content: readonly Inline[];
  /** Of this sentence. */
  matches: readonly NumberedMatch[];
  /** The number of the match that is looked at. */
  current: number | undefined;
}

export function MarkedText({ content, matches, current }: MarkedTextProps) {
  return (
    <>
      {cutAtMatches(content, matches).map(({ node, parts }, index) => (
        <MarkedNode key={index} node={node}>
          {parts.map(({ text, match }, place) => {
            if (match === undefined) return text;
            const isCurrent = matches[match]?.number === current;
            return (
              <mark key={place} class={styles.root} data-current={isCurrent ? '' : undefined}>
                {text}
              </mark>
            );
          })}
        </MarkedNode>
      ))}
    </>
  );
}

function MarkedNode({ node, children }: { node: Inline; children: preact.ComponentChildren }) {
  switch (node.kind) {
    case 'text':
      return <>{children}</>;
    case 'emphasis':
      return <em>{children}</em>;
    case 'strong':
      return <strong>{children}</strong>;
    case 'link':
      return (
        <a href={node.url} rel="noopener noreferrer">
          {children}
        </a>
      );
  }
}
