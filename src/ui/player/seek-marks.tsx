/** What lies on the bar: where chapters begin, and a line under what was heard. Decoration; words say it elsewhere. */
import { useComputed } from '@preact/signals';
import { audioKey } from '../../model/progress.ts';
import { useApp } from '../frame/app-context.ts';
import styles from './seek-marks.module.css';

/** The bar's width in its own units; a step of it is too small to see, so it changes rarely. */
const WIDTH = 200;

export function ChapterTicks() {
  const { playback } = useApp();
  const duration = playback.duration.value;
  const chapters = playback.module.value?.chapters ?? [];
  if (duration === 0) return null;
  const path = chapters
    .flatMap(({ startTime }) => (startTime !== undefined && startTime > 0 ? [startTime] : []))
    .map((startTime) => `M${scale(startTime, duration)} 0v10`)
    .join('');
  return (
    <svg
      class={styles.ticks}
      viewBox={`0 0 ${WIDTH} 10`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

export function HeardRanges() {
  const { playback, progress } = useApp();
  const path = useComputed(() => {
    const loaded = playback.loaded.value;
    const duration = playback.duration.value;
    if (!loaded || duration === 0) return '';
    const heard = progress.all.value.get(audioKey(loaded.routeId, loaded.summary.id))?.heard ?? [];
    return heard
      .map(
        ({ startTime, endTime }) => `M${scale(startTime, duration)} 1H${scale(endTime, duration)}`,
      )
      .join('');
  });
  return (
    <svg
      class={styles.heard}
      viewBox={`0 0 ${WIDTH} 2`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

function scale(time: number, duration: number): number {
  return Math.round((Math.min(time, duration) / duration) * WIDTH);
}
