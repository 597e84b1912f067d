/** Words with emphasis and links, from checked nodes; never from HTML. */
import type { Inline } from '../../model/learning-module.ts';

export function RichText({ content }: { content: readonly Inline[] }) {
  return (
    <>
      {content.map((node, index) => (
        <InlineNode key={index} node={node} />
      ))}
    </>
  );
}

function InlineNode({ node }: { node: Inline }) {
  switch (node.kind) {
    case 'text':
      return <>{node.text}</>;
    case 'emphasis':
      return <em>{node.text}</em>;
    case 'strong':
      return <strong>{node.text}</strong>;
    case 'link':
      return (
        <a href={node.url} rel="noopener noreferrer">
          {node.text}
        </a>
      );
  }
}
