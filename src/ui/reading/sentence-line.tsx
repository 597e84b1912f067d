/** One sentence of the text: a link to its second that plays from there. */
import type { Sentence } from '../../model/learning-module.ts';
import type { NumberedMatch } from '../../state/reading/text-search.ts';
import { useApp } from '../frame/app-context.ts';
import { MarkedText } from '../parts/marked-text.tsx';
import { richText } from '../parts/rich-text.tsx';
import styles from './sentence-line.module.css';

interface SentenceLineProps {
  sentence: Sentence;
  routeId: string;
  moduleId: string;
  /** The sound that says it. */
  soundId: string;
  /** The one sentence that the tab key reaches. */
  isFocusable: boolean;
  /** The places in it of the words that are searched for. */
  matches: readonly NumberedMatch[] | undefined;
  /** The number of the place that is looked at. */
  currentMatch: number | undefined;
}

export function SentenceLine({
  sentence,
  routeId,
  moduleId,
  soundId,
  isFocusable,
  matches,
  currentMatch,
}: SentenceLineProps) {
  const { location, playback } = useApp();
  const { startTime } = sentence;
  const words = matches ? (
    <MarkedText content={sentence.content} matches={matches} current={currentMatch} />
  ) : (
    richText(sentence.content)
  );
  if (startTime === undefined) {
    return <span class={styles.root}>{words} </span>;
  }
  // The seconds of an episode mean nothing in an address: who opens that may not have the recording.
  const place = soundId === moduleId ? { time: startTime } : {};
  return (
    <>
      <a
        class={styles.root}
        href={location.href({ kind: 'module', routeId, moduleId, ...place })}
        data-sentence={sentence.id}
        tabIndex={isFocusable ? 0 : -1}
        draggable={false}
        onPointerDown={() => playback.prepare()}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          if (window.getSelection()?.isCollapsed === false) return;
          void playback.playModule(routeId, soundId, startTime);
        }}
      >
        {words}
      </a>{' '}
    </>
  );
}
