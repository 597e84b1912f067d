/** Takes a recording off the device, after asking once more. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../frame/app-context.ts';
import { ConfirmButton } from '../parts/confirm-button.tsx';
import { recordingStrings } from '../strings/recording.ts';
import buttonStyles from './recording-button.module.css';
import styles from './remove-recording.module.css';

export function RemoveRecording({ routeId, moduleId }: { routeId: string; moduleId: string }) {
  const { tools } = useApp();
  const isAsking = useSignal(false);
  const keep = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (isAsking.value) keep.current?.focus();
  }, [isAsking.value]);

  if (!isAsking.value) {
    return (
      <button
        type="button"
        class={buttonStyles.undo}
        onClick={() => {
          isAsking.value = true;
        }}
      >
        {recordingStrings.remove}
      </button>
    );
  }
  return (
    <fieldset class={styles.ask} aria-label={recordingStrings.remove}>
      <p>{recordingStrings.removeAsk}</p>
      <div class={styles.answers}>
        <ConfirmButton
          class={buttonStyles.second}
          onConfirm={() => void tools.value?.recordings.remove(routeId, moduleId)}
        >
          {recordingStrings.removeYes}
        </ConfirmButton>
        <button
          ref={keep}
          type="button"
          class={buttonStyles.second}
          onClick={() => {
            isAsking.value = false;
          }}
        >
          {recordingStrings.removeNo}
        </button>
      </div>
    </fieldset>
  );
}
