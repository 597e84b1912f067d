/** Words with emphasis and links, from checked nodes; never from HTML. */
import type { VNode } from 'preact';
import type { Inline } from '../../model/learning-module.ts';

/** What stands in an element. No component: a text has many sentences, and most are only words. */
export function richText(content: readonly Inline[]): (string | VNode)[] {
  return content.map(inlineNode);
}

function inlineNode(node: Inline, key: number): string | VNode {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'emphasis':
      return <em key={key}>{node.text}</em>;
    case 'strong':
      return <strong key={key}>{node.text}</strong>;
    case 'link':
      return (
        <a key={key} href={node.url} rel="noopener noreferrer">
          {node.text}
        </a>
      );
  }
}
