/** The route: what it is, where you are, and its stops in order. */
import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { LearningRoute } from '../../model/learning-route.ts';
import { nextUp, routeTotals, stopState } from '../../state/listening/progress.ts';
import { useApp } from '../frame/app-context.ts';
import { formatMinutes } from '../parts/format.ts';
import { Icon, type IconShape } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { Link } from '../parts/link.tsx';
import { Logo } from '../parts/logo.tsx';
import { richText } from '../parts/rich-text.tsx';
import { strings } from '../strings/first-view.ts';
import { RouteDownloadLink } from './route-download-link.tsx';
import styles from './route-page.module.css';
import { RouteStops } from './route-stops.tsx';

interface RoutePageProps {
  route: LearningRoute;
  /** Listening for as many minutes as there are. */
  session: ComponentChildren;
}

export function RoutePage({ route, session }: RoutePageProps) {
  return (
    <article class={styles.root}>
      <header class={styles.head}>
        <p class={styles.brand}>
          <Logo />
          {strings.appName}
        </p>
        <Link class={styles.find} to={{ kind: 'notes', isSearch: true }} label={strings.route.find}>
          <Icon shape={icons.search} />
        </Link>
        <h1 class={styles.title} tabIndex={-1}>
          {route.title}
        </h1>
        <p class={styles.summary}>{route.summary}</p>
        <StartButton route={route} />
        {session}
        <RouteProgress route={route} />
      </header>
      <RouteStops route={route} />
      <section class={styles.about} aria-labelledby="over-deze-route">
        <h2 id="over-deze-route">{strings.route.about}</h2>
        {route.body.map((paragraph, index) => (
          <p key={index}>{richText(paragraph.content)}</p>
        ))}
        <p>
          <Link to={{ kind: 'about' }}>{strings.route.moreAbout}</Link>
          {route.contact === undefined ? null : (
            <>
              {' · '}
              <a href={route.contact} rel="noopener noreferrer">
                {strings.route.contact}
              </a>
            </>
          )}
        </p>
      </section>
    </article>
  );
}

function StartButton({ route }: { route: LearningRoute }) {
  const { playback, progress, content, location } = useApp();
  const resume = useComputed(() => {
    const next = nextUp(progress.all.value, route, content.episodes.value);
    const isAllDone =
      next.summary && stopState(progress.all.value, route.id, next.summary).completed;
    return { ...next, isAllDone };
  });
  const { summary, left, started, isAllDone } = resume.value;
  const playing = playback.isPlaying.value ? playback.loaded.value : undefined;
  const plan = isAllDone ? route.modules.findLast((entry) => entry.planQuestionId) : undefined;
  if (!summary) return null;
  if (plan?.planQuestionId && !playing) {
    return (
      <Link
        class={styles.start}
        to={{
          kind: 'module',
          routeId: route.id,
          moduleId: plan.id,
          questionId: plan.planQuestionId,
        }}
      >
        <span class={styles.startIcon}>
          <Icon shape={icons.notes} />
        </span>
        <span class={styles.startText}>
          <span class={styles.startVerb}>{strings.route.allDone}</span>
          <span class={styles.startWhat}>{strings.route.toPlan(plan.title)}</span>
        </span>
      </Link>
    );
  }
  const verb = started || playing ? strings.route.resume : strings.route.start;
  // Pausing is what the small player does; while there is sound, going on is reading along.
  if (playing) {
    const { routeId, moduleId, summary: heard } = playing;
    return (
      <StartingButton
        icon={icons.route}
        verb={verb}
        what={strings.route.playingNow(heard.title)}
        onPress={() => void location.goTo({ kind: 'module', routeId, moduleId })}
      />
    );
  }
  return (
    <StartingButton
      icon={icons.play}
      verb={verb}
      what={
        started
          ? strings.route.resumeWith(summary.title, formatMinutes(left))
          : strings.route.startWith(summary.title)
      }
      onPointerDown={() => playback.prepare()}
      onPress={() => void playback.playModule(route.id, summary.id)}
    />
  );
}

interface StartingButtonProps {
  icon: IconShape;
  verb: string;
  what: string;
  onPointerDown?: () => void;
  onPress: () => void;
}

function StartingButton({ icon, verb, what, onPointerDown, onPress }: StartingButtonProps) {
  return (
    <button type="button" class={styles.start} onPointerDown={onPointerDown} onClick={onPress}>
      <span class={styles.startIcon}>
        <Icon shape={icon} filled={icon === icons.play} />
      </span>
      <span class={styles.startText}>
        <span class={styles.startVerb}>{verb}</span>
        <span class={styles.startWhat}>{what}</span>
      </span>
    </button>
  );
}

function RouteProgress({ route }: { route: LearningRoute }) {
  const { progress } = useApp();
  const totals = useComputed(() => routeTotals(progress.all.value, route));
  const { completed, total, left } = totals.value;
  return (
    <p class={styles.progress}>
      <span>
        {strings.route.progress(completed, total)}
        {left > 0 ? ` · ${strings.route.left(formatMinutes(left))}` : ''}
      </span>{' '}
      <RouteDownloadLink route={route} />
    </p>
  );
}
