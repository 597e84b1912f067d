/** What the player says when the sound does not come as it should: what happened, what is kept, what to do. */
import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { formatClock } from '../../model/clock-time.ts';
import type { HeardRange } from '../../model/coverage.ts';
import { useApp } from '../frame/app-context.ts';
import { formatNames, formatRate } from '../parts/format.ts';
import { offlineStrings } from '../strings/offline.ts';
import { playbackStrings } from '../strings/playback.ts';
import { recordingStrings } from '../strings/recording.ts';
import { soundStrings } from '../strings/sound.ts';
import styles from './sound-message.module.css';

/** A wait that is longer than a tunnel's edge is told, and can be ended. */
const LONG_WAIT_MS = 8000;

/** @param onlyLasting - Where there is little room, a short wait is not told. */
export function SoundMessage({ onlyLasting = false }: { onlyLasting?: boolean }) {
  const { playback } = useApp();
  const failure = playback.failure.value;
  const isWaiting = useComputed(
    () =>
      playback.failure.value === undefined &&
      (playback.status.value === 'waiting' || playback.status.value === 'loading'),
  );
  const isLong = useSignal(false);

  useEffect(() => {
    isLong.value = false;
    if (!isWaiting.value) return;
    const timer = setTimeout(() => {
      isLong.value = true;
    }, LONG_WAIT_MS);
    return () => clearTimeout(timer);
  }, [isWaiting.value, isLong]);

  // Of a recording only the worker can have it: there is no website to look at.
  const loaded = playback.loaded.value;
  const isRecording = loaded !== undefined && loaded.summary.id !== loaded.moduleId;
  const isGone = isRecording && (failure === 'not-found' || failure === 'network');
  const isTold = failure !== undefined || (isWaiting.value && isLong.value);
  const retry = () => {
    if (!loaded) return;
    // Another request: the one that hangs is let go of.
    const at = playback.exactTime() ?? playback.currentTime.peek();
    playback.open(loaded.routeId, loaded.summary.id, at);
    void playback.play();
  };
  return (
    <>
      <p class={styles.message} role="status" data-failed={isTold ? '' : undefined}>
        {failure === undefined
          ? null
          : isGone
            ? recordingStrings.missing
            : playbackStrings[failure]}
        {isWaiting.value && (isLong.value || !onlyLasting)
          ? soundStrings[isLong.value ? 'slow' : 'buffering']
          : null}
      </p>
      {isWaiting.value && isLong.value ? (
        <button type="button" class={styles.retry} onClick={retry}>
          {soundStrings.retry}
        </button>
      ) : null}
      <Notices />
    </>
  );
}

function Notices() {
  const { playback, tools, offline } = useApp();
  const words = useComputed(() => {
    const loaded = playback.loaded.value;
    const damage = offline.value?.damage.found.value;
    const isSure =
      loaded && offline.value?.carried.sure.value.get(`${loaded.routeId}/${loaded.summary.id}`);
    const notices = tools.value?.notices;
    const length = notices?.otherLength.value;
    return [
      length === undefined
        ? undefined
        : soundStrings.otherLength(formatClock(length), formatClock(playback.duration.value)),
      damage ? offlineStrings.damage[damage.kind](spans(damage.ranges)) : undefined,
      isSure === false ? offlineStrings.carriedUnsure : undefined,
      notices?.isLinkOdd.value ? soundStrings.oddLink : undefined,
      notices?.isPlaceOdd.value ? soundStrings.oddPlace : undefined,
      notices?.isRateOdd.value ? soundStrings.oddRate(formatRate(playback.rate.value)) : undefined,
    ]
      .filter((line) => line !== undefined)
      .join(' ');
  });
  return (
    <p class={styles.message} role="status">
      {words.value === '' ? null : words.value}
    </p>
  );
}

/** `1:10 tot 2:20 en 4:00 tot 4:35`. */
function spans(ranges: readonly HeardRange[]): string {
  return formatNames(
    ranges.map(({ startTime, endTime }) =>
      offlineStrings.damage.span(formatClock(startTime), formatClock(endTime)),
    ),
  );
}
