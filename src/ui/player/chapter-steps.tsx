/** One chapter back or on, above the list of chapters. */
import { useComputed } from '@preact/signals';
import { nextChapterStart, previousChapterStart } from '../../model/chapter-step.ts';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { timeStrings } from '../strings/time.ts';
import styles from './chapter-steps.module.css';

export function ChapterSteps() {
  const { playback } = useApp();
  const chapters = useComputed(() => playback.module.value?.chapters ?? []);
  const previous = useComputed(() =>
    previousChapterStart(chapters.value, playback.currentTime.value),
  );
  const next = useComputed(() => nextChapterStart(chapters.value, playback.currentTime.value));
  const go = (start: number | undefined) => {
    if (start !== undefined) playback.seek(start);
  };
  return (
    <div class={styles.root}>
      <button
        type="button"
        class={styles.step}
        disabled={previous.value === undefined}
        onClick={() => go(previous.value)}
      >
        <Icon shape={icons.previous} small />
        {timeStrings.previousChapter}
      </button>
      <button
        type="button"
        class={styles.step}
        disabled={next.value === undefined}
        onClick={() => go(next.value)}
      >
        {timeStrings.nextChapter}
        <Icon shape={icons.next} small />
      </button>
    </div>
  );
}
