/** The player that stays at hand on every other page. */

import { formatClock } from '../../model/clock-time.ts';
import { useApp } from '../frame/app-context.ts';
import { LateStatus } from '../frame/page-view.tsx';
import { formatSecondsInFull } from '../parts/format.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { Link } from '../parts/link.tsx';
import { useSecond } from '../parts/use-second.ts';
import { strings } from '../strings/first-view.ts';
import styles from './mini-player.module.css';
import { PlayButton } from './play-button.tsx';

export function MiniPlayer() {
  const { playback, location, settings, tools } = useApp();
  const { backStep } = settings.values.value;
  const second = useSecond();
  const loaded = playback.loaded.value;
  const page = location.page.value;
  if (!loaded?.summary.audio) {
    // There is no other place that tells it, on a page where nothing was played.
    return tools.value?.route.turn.elsewhere.value ? (
      <section class={styles.root} aria-label={strings.player.label}>
        <LateStatus />
      </section>
    ) : null;
  }
  const isOnItsPage =
    page.kind === 'module' && page.routeId === loaded.routeId && page.moduleId === loaded.moduleId;
  if (isOnItsPage) return null;
  const duration = playback.duration.value;
  const currentTime = second.value;
  return (
    <section class={styles.root} aria-label={strings.player.label}>
      <progress class={styles.progress} max={duration} value={currentTime} aria-hidden="true" />
      <PlayButton />
      <Link
        class={styles.what}
        to={{ kind: 'module', routeId: loaded.routeId, moduleId: loaded.moduleId }}
        label={strings.player.open(loaded.summary.title)}
      >
        <span class={styles.title}>{loaded.summary.title}</span>
        <span class={styles.left}>
          {strings.player.left(formatClock((duration - currentTime) / playback.rate.value))}
        </span>
      </Link>
      <button
        type="button"
        class={styles.back}
        aria-label={strings.player.back(formatSecondsInFull(backStep))}
        onClick={() => playback.skip(-backStep)}
      >
        <Icon shape={icons.back} />
        <span class={styles.step} aria-hidden="true">
          {backStep}
        </span>
      </button>
      <LateStatus>
        <p class={styles.failed} role="status">
          {playback.failure.value === undefined ? null : strings.player.failed}
        </p>
      </LateStatus>
    </section>
  );
}
