/** A recording of the episode: adding it by button or by dropping, how far that is, and what can be done with it. */
import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { LearningModule } from '../../model/learning-module.ts';
import { ownerOf } from '../../model/recording.ts';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { recordingStrings } from '../strings/recording.ts';
import { AddingProgress } from './adding-progress.tsx';
import { FileButton, SOUND_FILES } from './file-button.tsx';
import { ReadyLine, ReadyRecording } from './ready-recording.tsx';
import styles from './recording-part.module.css';

interface RecordingPartProps {
  routeId: string;
  module: LearningModule;
}

export function RecordingPart({ routeId, module }: RecordingPartProps) {
  const { tools } = useApp();
  const recordings = tools.value?.recordings;
  const owner = ownerOf({ routeId, moduleId: module.id });
  const slot = useComputed(() => tools.value?.recordings.slots.value.get(owner) ?? {});
  const isOver = useSignal(false);
  const wasAdding = useSignal(false);
  const { recording, adding, problem } = slot.value;
  const isBusy = adding !== undefined;
  const isJustReady = recording !== undefined && wasAdding.value && !isBusy;
  const add = (file: File) => void recordings?.add(routeId, module.id, file);

  useEffect(() => void recordings?.prepare(), [recordings]);
  useEffect(() => {
    if (isBusy) wasAdding.value = true;
  }, [isBusy, wasAdding]);
  useNoStrayDrop();

  return (
    <section
      class={styles.root}
      aria-labelledby="eigen-opname"
      data-over={isOver.value && !isBusy ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = event.dataTransfer?.types.includes('Files') === true;
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget;
        isOver.value = to instanceof Node && event.currentTarget.contains(to);
      }}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        const file = event.dataTransfer?.files[0];
        if (file && !isBusy) add(file);
      }}
    >
      <h3 id="eigen-opname" class={styles.heading}>
        {recordingStrings.heading}
      </h3>
      {recording || adding ? null : (
        <p>
          {recordingStrings.invite} {recordingStrings.kinds}
        </p>
      )}
      {/* Told once for each phase: a screen reader need not hear every percent, nor what was there already. */}
      <div class={isJustReady ? undefined : 'visually-hidden'} role="status">
        {adding ? recordingStrings.phase[adding.phase] : null}
        {isJustReady ? <ReadyLine /> : null}
      </div>
      {recording ? (
        <ReadyRecording
          routeId={routeId}
          module={module}
          recording={recording}
          isTold={wasAdding.value}
          onReplace={isBusy ? undefined : add}
        />
      ) : null}
      {adding ? (
        <AddingProgress
          adding={adding}
          onCancel={() => void recordings?.cancel(routeId, module.id)}
        />
      ) : null}
      {recording || adding ? null : (
        <div class={styles.add}>
          <FileButton
            label={recordingStrings.add}
            accept={SOUND_FILES}
            isDisabled={recordings === undefined}
            onFile={add}
          />
          <p class={styles.drop} aria-hidden="true">
            {isOver.value ? recordingStrings.dropHere : recordingStrings.drop}
          </p>
        </div>
      )}
      <p class={problem ? styles.problem : 'visually-hidden'} role="status">
        {problem ? (
          <>
            <Icon shape={icons.warning} small />
            <span>
              <span class={styles.name}>{problem.fileName}</span>
              {recordingStrings.problem[problem.code]}
            </span>
          </>
        ) : null}
      </p>
      {recordings?.isUnavailable.value && !recordings.isOpen.value ? (
        <p class={styles.note}>{recordingStrings.noCode}</p>
      ) : null}
      <p class={styles.note}>{recordingStrings.stays}</p>
    </section>
  );
}

/** A file that is let go of beside the target would take the place of the app. */
function useNoStrayDrop(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    addEventListener('dragover', refuse);
    addEventListener('drop', refuse);
    return () => {
      removeEventListener('dragover', refuse);
      removeEventListener('drop', refuse);
    };
  }, []);
}
