/** The stops of the route on its rail: two strands that grow into one. */
import { useComputed } from '@preact/signals';
import { railOffsets } from '../../model/artwork.ts';
import type { LearningRoute, ModuleSummary } from '../../model/learning-route.ts';
import { moduleOfSound } from '../../model/sound.ts';
import { nextUp, stopState } from '../../state/listening/progress.ts';
import { useApp } from '../frame/app-context.ts';
import { formatMinutes } from '../parts/format.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { Link } from '../parts/link.tsx';
import { strings } from '../strings/first-view.ts';
import styles from './route-stops.module.css';
import { StopMark } from './stop-mark.tsx';

export function RouteStops({ route }: { route: LearningRoute }) {
  const { playback, progress, content } = useApp();
  const offsets = railOffsets(route.modules.length);
  // What the player has; before that, where listening goes on.
  const currentId = useComputed(() => {
    const loaded = playback.loaded.value;
    if (loaded) return loaded.routeId === route.id ? loaded.moduleId : undefined;
    const next = nextUp(progress.all.value, route, content.episodes.value);
    if (!next.started || !next.summary) return undefined;
    // With everything heard there is no place to go on.
    const isDone = stopState(progress.all.value, route.id, next.summary).completed;
    return isDone ? undefined : moduleOfSound(next.summary.id);
  });
  return (
    <ol class={styles.root} aria-label={strings.route.modules}>
      {route.modules.map((summary, index) => (
        <RouteStop
          key={summary.id}
          routeId={route.id}
          summary={summary}
          isCurrent={summary.id === currentId.value}
          from={offsets[index] ?? 0}
          to={offsets[index + 1] ?? 0}
        />
      ))}
    </ol>
  );
}

interface RouteStopProps {
  routeId: string;
  summary: ModuleSummary;
  isCurrent: boolean;
  /** Distance of the first strand from the rail's middle where this stop begins and ends. */
  from: number;
  to: number;
}

function RouteStop({ routeId, summary, isCurrent, from, to }: RouteStopProps) {
  const { progress, downloads, location } = useApp();
  const state = useComputed(() => stopState(progress.all.value, routeId, summary));
  const isCompleted = useComputed(() => state.value.completed);
  // In whole percents: drawn anew only when somebody can see it.
  const percent = useComputed(() => Math.floor(state.value.heard * 100));
  const isOffline = useComputed(() => downloads.states.value.get(summary.id)?.kind === 'ready');
  const isShown = useComputed(() => {
    const page = location.page.value;
    return page.kind === 'module' && page.moduleId === summary.id;
  });
  const completed = isCompleted.value;
  const heard = percent.value / 100;
  const left = (summary.audio?.duration ?? 0) * (1 - heard);
  // Under way once the words would differ: "5 min · nog 5 min" says nothing.
  const isUnderWay =
    !completed && heard > 0 && formatMinutes(left) !== formatMinutes(summary.audio?.duration ?? 0);
  return (
    <li class={styles.stop} data-stop={summary.id} data-current={isCurrent ? '' : undefined}>
      <svg class={styles.rail} viewBox="0 0 44 100" preserveAspectRatio="none" aria-hidden="true">
        <path class={styles.first} d={strand(from, to)} />
        <path class={styles.second} d={strand(-from, -to)} />
      </svg>
      <StopMark completed={completed} heard={heard} current={isCurrent} />
      <Link
        class={styles.link}
        to={{ kind: 'module', routeId, moduleId: summary.id }}
        current={isShown.value}
      >
        <span class={styles.title}>{summary.title}</span>
        <span class={styles.question}>{summary.question}</span>
        <span class={styles.facts}>
          {summary.audio ? formatMinutes(summary.audio.duration) : strings.stop.noAudio}
          {completed ? ` · ${strings.stop.completed}` : ''}
          {isUnderWay ? ` · ${strings.route.left(formatMinutes(left))}` : ''}
          {isOffline.value ? (
            <span class={styles.offline}>
              {' · '}
              <Icon shape={icons.done} small />
              {strings.stop.offline}
            </span>
          ) : null}
        </span>
      </Link>
    </li>
  );
}

function strand(from: number, to: number): string {
  const start = 22 - from;
  const end = 22 - to;
  return `M${start} -1C${start} 45 ${end} 55 ${end} 101`;
}
