/** What the player says beside what it plays: another tab has the sound, what comes next, how much is to come. */
import { useComputed } from '@preact/signals';
import { useApp } from '../frame/app-context.ts';
import { formatMinutes } from '../parts/format.ts';
import { missedStrings } from '../strings/missed.ts';
import { sessionStrings } from '../strings/session.ts';
import { turnStrings } from '../strings/turn.ts';
import styles from './player-status.module.css';

export function PlayerStatus() {
  const { tools } = useApp();
  return tools.value ? (
    <div class={styles.root}>
      <Said />
      <TakeOver />
      <SessionRest />
    </div>
  ) : null;
}

/** Told to a screen reader too: each of these changes only when something happens. */
function Said() {
  const { tools, playback } = useApp();
  const words = useComputed(() => {
    const route = tools.value?.route;
    const next = playback.upNext.value;
    const step = route?.missed.step.value;
    if (route?.turn.elsewhere.value) return turnStrings.elsewhere;
    if (next) return sessionStrings.next(next.title);
    if (step) return missedStrings.step(step.index, step.total);
    if (route?.missed.isDone.value) return missedStrings.done;
    return route?.session.isDone.value ? sessionStrings.done : undefined;
  });
  return (
    <p class={styles.words} role="status">
      {words.value}
    </p>
  );
}

function TakeOver() {
  const { tools, playback } = useApp();
  const turn = tools.value?.route.turn;
  if (!turn?.elsewhere.value) return null;
  return (
    <button
      type="button"
      class={styles.button}
      onPointerDown={() => playback.prepare()}
      onClick={() => turn.takeOver()}
    >
      {turnStrings.takeOver}
    </button>
  );
}

function SessionRest() {
  const { tools } = useApp();
  const words = useComputed(() => {
    const { session, turn } = tools.value?.route ?? {};
    const rest = session?.rest.value;
    if (!rest || turn?.elsewhere.value) return undefined;
    const time = formatMinutes(rest.time);
    return rest.modules === 1
      ? sessionStrings.lastOne(time)
      : sessionStrings.left(sessionStrings.modules(rest.modules), time);
  });
  const hasMore = useComputed(() => (tools.value?.route.session.rest.value?.modules ?? 0) > 1);
  if (words.value === undefined) return null;
  return (
    <>
      <p class={styles.words}>{words.value}</p>
      {hasMore.value ? (
        <button
          type="button"
          class={styles.button}
          onClick={() => tools.value?.route.session.stopAfterThis()}
        >
          {sessionStrings.stopAfter}
        </button>
      ) : null}
    </>
  );
}
