/** One sentence of the text: a link to its second that plays from there. */
import type { Sentence } from '../model/learning-module.ts';
import { useApp } from './app-context.ts';
import { RichText } from './rich-text.tsx';
import styles from './sentence-line.module.css';

interface SentenceLineProps {
  sentence: Sentence;
  routeId: string;
  moduleId: string;
  isSpoken: boolean;
  /** The one sentence that the tab key reaches. */
  isFocusable: boolean;
}

export function SentenceLine({
  sentence,
  routeId,
  moduleId,
  isSpoken,
  isFocusable,
}: SentenceLineProps) {
  const { location, playback } = useApp();
  const { startTime } = sentence;
  if (startTime === undefined) {
    return (
      <span class={styles.root}>
        <RichText content={sentence.content} />{' '}
      </span>
    );
  }
  return (
    <>
      <a
        class={styles.root}
        href={location.href({ kind: 'module', routeId, moduleId, time: startTime })}
        data-sentence={sentence.id}
        aria-current={isSpoken ? 'true' : undefined}
        tabIndex={isFocusable ? 0 : -1}
        draggable={false}
        onPointerDown={() => playback.prepare()}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          if (window.getSelection()?.isCollapsed === false) return;
          void playback.playModule(routeId, moduleId, startTime);
        }}
      >
        <RichText content={sentence.content} />
      </a>{' '}
    </>
  );
}
