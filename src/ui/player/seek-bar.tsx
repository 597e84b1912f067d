/** The waveform with a native slider over it, chapter and time below. */

import { formatClock } from '../../model/clock-time.ts';
import { useApp } from '../frame/app-context.ts';
import { formatSpoken } from '../parts/format.ts';
import { TimeLeft } from '../parts/time-left.tsx';
import { useSecond } from '../parts/use-second.ts';
import { playerStrings } from '../strings/player.ts';
import styles from './seek-bar.module.css';
import { ChapterTicks, HeardRanges } from './seek-marks.tsx';
import { Waveform } from './waveform.tsx';

const PAGE_STEP = 30;
const ARROW_STEP = 5;

export function SeekBar() {
  const { playback } = useApp();
  const duration = playback.duration.value;
  const currentTime = useSecond().value;
  const chapter = playback.chapter.value;
  const module = playback.module.value;
  return (
    <div class={styles.root}>
      <div class={styles.bar}>
        <Waveform
          peaks={playback.module.value?.peaks ?? []}
          played={duration > 0 ? currentTime / duration : 0}
        />
        <ChapterTicks />
        <HeardRanges />
        <input
          class={styles.slider}
          type="range"
          min={0}
          max={Math.floor(duration)}
          step={1}
          value={currentTime}
          aria-label={playerStrings.position}
          aria-valuetext={playerStrings.positionText(
            formatSpoken(currentTime),
            formatSpoken(duration),
          )}
          onInput={(event) => playback.seek(Number(event.currentTarget.value))}
          onKeyDown={(event) => {
            const step = keyStep(event.key);
            if (step === undefined) return;
            event.preventDefault();
            playback.skip(step);
          }}
        />
      </div>
      <QuestionMarks />
      <div class={styles.times}>
        <span>{formatClock(currentTime)}</span>
        <span class={styles.chapter}>
          {chapter && module
            ? playerStrings.chapterNow(module.chapters.indexOf(chapter) + 1, chapter.title)
            : null}
        </span>
        <TimeLeft left={duration - currentTime} rate={playback.rate.value} />
      </div>
    </div>
  );
}

function QuestionMarks() {
  const { playback, notebook } = useApp();
  const module = playback.module.value;
  const duration = playback.duration.value;
  if (!module || duration === 0) return null;
  const isAnswered = (questionId: string) =>
    notebook.answered.value.has(`${module.routeId}/${module.id}/${questionId}`);
  return (
    <svg class={styles.marks} aria-hidden="true">
      {module.questions.map((question) =>
        question.times ? (
          <svg
            aria-hidden="true"
            key={question.id}
            class={styles.mark}
            x={`${(question.times.startTime / duration) * 100}%`}
          >
            <path data-answered={isAnswered(question.id) ? '' : undefined} d="M0 1l6 6-6 6-6-6z" />
          </svg>
        ) : null,
      )}
    </svg>
  );
}

/** A step in seconds for the keys that the native slider would move by one second. */
function keyStep(key: string): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return -ARROW_STEP;
    case 'ArrowRight':
    case 'ArrowUp':
      return ARROW_STEP;
    case 'PageDown':
      return -PAGE_STEP;
    case 'PageUp':
      return PAGE_STEP;
    default:
      return undefined;
  }
}
