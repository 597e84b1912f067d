/** What the app takes on the device, how much audio may take, and ways to make room. Notes are never part of it. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SpaceState } from '../../state/offline/space.ts';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import buttonStyles from '../parts/button.module.css';
import { ConfirmButton } from '../parts/confirm-button.tsx';
import { formatSize } from '../parts/format.ts';
import { offlineStrings } from '../strings/offline.ts';
import { settingsStrings } from '../strings/settings.ts';
import { AudioCap } from './audio-cap.tsx';
import styles from './space-part.module.css';

const words = offlineStrings.space;

export function SpacePart() {
  const { device, downloads, offline } = useApp();
  const space = offline.value?.space;
  const states = downloads.states.value;

  const isRunning = downloads.isRunning.value;

  // Measured again when a download came or went, not while one is on its way.
  useEffect(() => {
    if (!isRunning) void space?.refresh();
  }, [space, states, isRunning]);

  return (
    <section class={styles.root} aria-labelledby="ruimte">
      <h2 id="ruimte" class={pageStyles.subtitle}>
        {words.title}
      </h2>
      {space ? <Use space={space} /> : <p>{words.measuring}</p>}
      <AudioCap />
      <MakeRoom />
      <p class={styles.note}>{settingsStrings.persist[device.persistence.value]}</p>
    </section>
  );
}

function Use({ space }: { space: SpaceState }) {
  const use = space.use.value;
  const estimate = space.estimate.value;
  if (!use) return <p>{words.measuring}</p>;
  const parts = (['audio', 'texts', 'app', 'notes', 'recordings'] as const).map((name) => ({
    name,
    size: use[name],
  }));
  return (
    <>
      <dl class={styles.use}>
        {parts.map(({ name, size }) => (
          <div key={name} class={styles.part}>
            <dt>{words.parts[name]}</dt>
            <dd>{formatSize(size)}</dd>
          </div>
        ))}
      </dl>
      <p class={styles.note}>
        {estimate ? words.free(formatSize(estimate.free)) : words.freeUnknown}
      </p>
    </>
  );
}

function MakeRoom() {
  const { downloads, offline } = useApp();
  const isAsking = useSignal(false);
  const isDone = useSignal(false);
  const wishes = offline.value?.wishes;
  const finished = wishes?.finished.value ?? [];
  const size = finished.reduce((sum, entry) => sum + entry.size, 0);
  const ids = [...downloads.states.value.keys()];
  async function remove(moduleIds: readonly string[]): Promise<void> {
    isAsking.value = false;
    await wishes?.removeAll(moduleIds);
    isDone.value = true;
  }
  return (
    <>
      {finished.length === 0 ? null : (
        <div class={styles.offer}>
          <p>{words.finished(finished.length, formatSize(size))}</p>
          <button
            type="button"
            class={buttonStyles.quiet}
            onClick={() => void remove(finished.map(({ moduleId }) => moduleId))}
          >
            {words.removeFinished}
          </button>
        </div>
      )}
      {ids.length === 0 ? null : (
        <div class={styles.offer}>
          <p>{isAsking.value ? words.removeAllAsk : words.notesSafe}</p>
          {isAsking.value ? (
            <div class={buttonStyles.row}>
              <button
                type="button"
                class={buttonStyles.quiet}
                onClick={() => {
                  isAsking.value = false;
                }}
              >
                {offlineStrings.question.no}
              </button>
              <ConfirmButton class={buttonStyles.main} onConfirm={() => void remove(ids)}>
                {words.yes}
              </ConfirmButton>
            </div>
          ) : (
            <button
              type="button"
              class={buttonStyles.quiet}
              onClick={() => {
                isAsking.value = true;
              }}
            >
              {words.removeAll}
            </button>
          )}
        </div>
      )}
      <p class={pageStyles.good} role="status">
        {isDone.value ? words.removed : null}
      </p>
    </>
  );
}
