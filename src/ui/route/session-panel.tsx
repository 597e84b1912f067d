/** "Ik heb … minuten": choose how long, see which modules fit, and begin. */
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { LearningRoute } from '../../model/learning-route.ts';
import { planSession, SESSION_MINUTES, type SessionItem } from '../../model/session-plan.ts';
import { sessionItems } from '../../state/listening/session.ts';
import { useApp } from '../frame/app-context.ts';
import sheetStyles from '../parts/bottom-sheet.module.css';
import { formatMinutes, formatMinutesInFull } from '../parts/format.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { sessionStrings } from '../strings/session.ts';
import styles from './session-panel.module.css';

const FIRST_CHOICE = 20;

interface SessionPanelProps {
  route: LearningRoute;
  onClose: () => void;
}

export function SessionPanel({ route, onClose }: SessionPanelProps) {
  const { playback, progress, tools } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const minutes = useSignal(FIRST_CHOICE);
  // What was so when it was opened: the list does not move while something plays.
  const items = useRef<SessionItem[]>(undefined);
  items.current ??= sessionItems(progress.all.peek(), route);
  const rate = playback.rate.value;
  const plan = useComputed(() =>
    planSession(items.current ?? [], minutes.value * 60, playback.rate.value),
  );
  const { ids, time, fits } = plan.value;

  useEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    const opener = document.activeElement;
    element.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      class={`${sheetStyles.root} ${styles.root}`}
      aria-labelledby="minuten-titel"
      onClose={onClose}
    >
      <h2 id="minuten-titel" class={styles.title}>
        {sessionStrings.title}
      </h2>
      <fieldset class={styles.minutes} aria-label={sessionStrings.ask}>
        {SESSION_MINUTES.map((choice) => (
          <button
            key={choice}
            type="button"
            class={styles.choice}
            aria-label={formatMinutesInFull(choice)}
            aria-pressed={choice === minutes.value}
            onClick={() => {
              minutes.value = choice;
            }}
          >
            {choice}
          </button>
        ))}
      </fieldset>
      <p class={styles.sum} role="status">
        {sumOf(ids.length, time, fits)}
      </p>
      {ids.length === 0 ? null : (
        <ol class={styles.list} aria-label={sessionStrings.list}>
          {(items.current ?? []).slice(0, ids.length).map(({ id, left }) => (
            <li key={id} class={styles.item}>
              <span>{route.modules.find((summary) => summary.id === id)?.title}</span>
              <span class={styles.time}>{formatMinutes(left / rate)}</span>
            </li>
          ))}
        </ol>
      )}
      <div class={styles.actions}>
        <button type="button" class={styles.close} onClick={() => dialog.current?.close()}>
          {sessionStrings.close}
        </button>
        <button
          type="button"
          class={styles.begin}
          disabled={ids.length === 0 || !tools.value}
          onClick={() => {
            tools.value?.route.session.begin(route.id, ids);
            dialog.current?.close();
          }}
        >
          <Icon shape={icons.play} filled small />
          {sessionStrings.begin}
        </button>
      </div>
    </dialog>
  );
}

function sumOf(count: number, time: number, fits: boolean): string {
  if (count === 0) return sessionStrings.nothing;
  return fits
    ? sessionStrings.fits(sessionStrings.modules(count), formatMinutes(time))
    : sessionStrings.tooLong(formatMinutes(time));
}
