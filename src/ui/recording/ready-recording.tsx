/** A recording that is on the device: play it, its text, and taking it away. */
import { useComputed, useSignal } from '@preact/signals';
import { formatClock } from '../../model/clock-time.ts';
import type { LearningModule } from '../../model/learning-module.ts';
import { audioKey } from '../../model/progress.ts';
import { type Recording, recordingAudio } from '../../model/recording.ts';
import { resumePosition } from '../../model/resume.ts';
import { episodeId } from '../../model/sound.ts';
import { useApp } from '../frame/app-context.ts';
import { formatSize } from '../parts/format.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { recordingStrings } from '../strings/recording.ts';
import { FileButton, SOUND_FILES } from './file-button.tsx';
import styles from './ready-recording.module.css';
import { RemoveRecording } from './remove-recording.tsx';
import { TranscriptPart } from './transcript-part.tsx';

interface ReadyRecordingProps {
  routeId: string;
  module: LearningModule;
  recording: Recording;
  /** Where it has just been added, that was said already. */
  isTold: boolean;
  /** Absent while another file is on its way. */
  onReplace: ((file: File) => void) | undefined;
}

export function ReadyRecording(props: ReadyRecordingProps) {
  const { routeId, module, recording, isTold, onReplace } = props;
  const { fileName, duration, size, chapters, isSeekExact } = recording;
  const facts = [
    formatClock(duration),
    formatSize(size),
    ...(chapters.length > 0 ? [recordingStrings.chapters(chapters.length)] : []),
  ];
  return (
    <div class={styles.root}>
      {isTold ? null : <ReadyLine />}
      <p class={styles.name}>{fileName}</p>
      <p class={styles.facts}>{recordingStrings.facts(facts)}</p>
      {isSeekExact ? null : <p class={styles.facts}>{recordingStrings.inexact}</p>}
      <PlayEpisode routeId={routeId} moduleId={module.id} recording={recording} />
      <TranscriptPart recording={recording} />
      <div class={styles.manage}>
        {onReplace ? (
          <FileButton
            label={recordingStrings.replace}
            accept={SOUND_FILES}
            isQuiet
            onFile={onReplace}
          />
        ) : null}
        <RemoveRecording routeId={routeId} moduleId={module.id} />
      </div>
    </div>
  );
}

/** Says that it is there. */
export function ReadyLine() {
  return (
    <span class={styles.ready}>
      <Icon shape={icons.done} small />
      {recordingStrings.ready}
    </span>
  );
}

interface PlayEpisodeProps {
  routeId: string;
  moduleId: string;
  recording: Recording;
}

function PlayEpisode({ routeId, moduleId, recording }: PlayEpisodeProps) {
  const { playback, progress } = useApp();
  const soundId = episodeId(moduleId);
  const isLoaded = useComputed(
    () =>
      playback.loaded.value?.routeId === routeId && playback.loaded.value.summary.id === soundId,
  );
  const position = useComputed(() => {
    const known = progress.all.value.get(audioKey(routeId, soundId));
    return Math.floor(resumePosition(known, recording.duration, recordingAudio(recording).hash));
  });
  const isServed = useSignal(true);
  if (isLoaded.value) return <p class={styles.facts}>{recordingStrings.inPlayer}</p>;
  return (
    <>
      <button
        type="button"
        class={styles.play}
        onPointerDown={() => playback.prepare()}
        onClick={() => {
          // Only the worker can answer for it; right after the very first visit it may not be there yet.
          isServed.value = Boolean(navigator.serviceWorker?.controller);
          if (isServed.value) void playback.playModule(routeId, soundId);
        }}
      >
        <Icon shape={icons.play} filled small />
        {position.value > 0
          ? recordingStrings.resume(formatClock(position.value))
          : recordingStrings.play}
      </button>
      <p class={isServed.value ? 'visually-hidden' : styles.facts} role="status">
        {isServed.value ? null : recordingStrings.notServed}
      </p>
    </>
  );
}
