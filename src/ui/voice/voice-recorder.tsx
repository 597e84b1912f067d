/** The recording under way: how loud, how long, and how much of it is on the device. */

import { formatClock } from '../../model/clock-time.ts';
import { VOICE_LIMIT } from '../../model/voice-note.ts';
import type { VoiceState } from '../../state/notebook/voice.ts';
import { useApp } from '../frame/app-context.ts';
import { useGaveWay } from '../parts/use-gave-way.ts';
import { voiceStrings } from '../strings/voice.ts';
import { VoiceBars } from './voice-bars.tsx';
import styles from './voice-recorder.module.css';

/** As many as the state keeps. */
const BARS = 40;

export function VoiceRecorder({ voice }: { voice: VoiceState }) {
  const { device } = useApp();
  const phase = voice.phase.value;
  const isRecording = phase !== 'idle' && phase !== 'asking';
  const gaveWay = useGaveWay(voice.gaveWay.value, voiceStrings.gaveWay);
  const isInMemory = voice.saved.value !== undefined && !device.isKept.value;
  const canTakeOut = phase === 'idle' && (voice.isUnsaved.value || isInMemory);
  const isSeen = gaveWay !== '' || phase !== 'idle' || voice.end.value !== undefined;
  return (
    <>
      <div class={isRecording ? styles.root : undefined}>
        <div class={isRecording ? styles.head : undefined}>
          {isRecording ? <span class={styles.light} aria-hidden="true" /> : null}
          {/* One region for all of it: what comes into a region that was there is read aloud. */}
          <div class={isSeen ? undefined : 'visually-hidden'} role="status">
            {phase === 'asking' ? <p class={styles.root}>{voiceStrings.asking}</p> : null}
            {isRecording ? <p class={styles.title}>{voiceStrings.recording}</p> : null}
            {phase === 'idle' ? <VoiceOutcome voice={voice} /> : null}
            {gaveWay === '' ? null : <p class={styles.gaveWay}>{gaveWay}</p>}
          </div>
          {isRecording ? (
            <p class={styles.time}>
              {voiceStrings.time(formatClock(voice.elapsed.value), formatClock(VOICE_LIMIT))}
            </p>
          ) : null}
        </div>
        {isRecording ? <Recording voice={voice} /> : null}
      </div>
      {canTakeOut ? (
        <>
          {voice.isUnsaved.value ? (
            <button type="button" class={styles.retry} onClick={() => voice.retry()}>
              {voiceStrings.retry}
            </button>
          ) : null}
          {/* A browser that refuses leaves the recording where it is. */}
          <button
            type="button"
            class={styles.retry}
            onClick={() => void voice.takeOut().catch(() => undefined)}
          >
            {voiceStrings.takeOut}
          </button>
        </>
      ) : null}
    </>
  );
}

function Recording({ voice }: { voice: VoiceState }) {
  const { device } = useApp();
  const saved = voice.saved.value;
  return (
    <>
      <div class={styles.bars}>
        <VoiceBars levels={voice.levels.value} count={BARS} heard={1} />
      </div>
      <p class={styles.kept} data-kept={saved && device.isKept.value ? '' : undefined}>
        {saved && device.isKept.value
          ? voiceStrings.savedUntil(formatClock(saved.voice.duration))
          : voiceStrings.saving}
      </p>
    </>
  );
}

/** What became of the latest recording. */
function VoiceOutcome({ voice }: { voice: VoiceState }) {
  const { device } = useApp();
  const end = voice.end.value;
  const saved = voice.saved.value;
  if (end === undefined) return null;
  const isUnsaved = voice.isUnsaved.value;
  const isKept = saved && device.isKept.value;
  // Whatever ended it: said to be stored only when all of it is.
  const isWhole = end === 'asked' || end === 'limit' || end === 'lost';
  const words = [
    voiceStrings.end[end],
    isUnsaved ? voiceStrings.unsaved : '',
    isUnsaved && isKept ? voiceStrings.savedUntil(formatClock(saved.voice.duration)) : '',
    isWhole && isKept ? voiceStrings.saved : '',
    isWhole && !saved ? voiceStrings.nothing : '',
    saved && !device.isKept.value ? voiceStrings.memory : '',
  ].filter((word) => word !== '');
  return (
    <p class={styles.outcome} data-good={end === 'asked' && isKept ? '' : undefined}>
      {words.join(' ')}
    </p>
  );
}
