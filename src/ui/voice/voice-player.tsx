/** A spoken note: its length, its sound as bars, and a slider over them to go to any second. */

import { formatClock } from '../../model/clock-time.ts';
import type { SpokenNote } from '../../model/note.ts';
import { VOICE_PEAKS } from '../../model/voice-note.ts';
import { useApp } from '../frame/app-context.ts';
import { formatSpoken } from '../parts/format.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { voiceStrings } from '../strings/voice.ts';
import { VoiceBars } from './voice-bars.tsx';
import styles from './voice-player.module.css';

/** Less than a second still has two places to go to. */
const STEP = 0.1;

export function VoicePlayer({ note }: { note: SpokenNote }) {
  const playback = useApp().tools.value?.voicePlayback;
  const { duration, peaks } = note.voice;
  const isPlaying = playback?.playing.value === note.id;
  const isCurrent = playback?.current.value?.id === note.id;
  const position = isCurrent ? Math.min(playback.position.value, duration) : 0;
  const id = `ingesproken-${note.id}`;
  return (
    <div class={styles.root}>
      <button
        type="button"
        class={styles.play}
        aria-label={isPlaying ? voiceStrings.pause : voiceStrings.listen}
        aria-describedby={id}
        disabled={playback === undefined}
        onClick={() => playback?.toggle(note)}
      >
        <Icon shape={isPlaying ? icons.pause : icons.play} filled small />
      </button>
      <p id={id} class={styles.length}>
        {voiceStrings.spoken(formatClock(duration))}
      </p>
      <div class={styles.bar}>
        <VoiceBars
          levels={peaks}
          count={peaks.length === 0 ? VOICE_PEAKS : peaks.length}
          heard={position > 0 ? position / duration : 1}
        />
        <input
          class={styles.slider}
          type="range"
          min={0}
          max={Math.round(duration / STEP) * STEP}
          step={STEP}
          value={position}
          aria-label={voiceStrings.position}
          aria-describedby={id}
          aria-valuetext={voiceStrings.positionText(formatSpoken(position), formatSpoken(duration))}
          disabled={playback === undefined}
          onInput={(event) => playback?.seek(note, Number(event.currentTarget.value))}
        />
      </div>
      <p class={styles.failure} role="status">
        {playback?.failed.value === note.id ? voiceStrings.failed : null}
      </p>
    </div>
  );
}
