/** The tools that look beyond one module: a session, what was missed, the other tabs, and starting over. */
import { computed, signal } from '@preact/signals-core';
import type { Seconds } from '../../model/units.ts';
import { changeProgress } from '../../storage/change-progress.ts';
import { MissedRunModel } from './missed-run.ts';
import { RouteRestartModel } from './route-restart.ts';
import { SessionModel } from './session.ts';
import { TabTurnModel } from './tab-turn.ts';
import type { ToolParts } from './tool-parts.ts';

const CHANNEL = 'luisterroute-sound';

export function createRouteTools(parts: ToolParts) {
  const { storage, content, playback, progress } = parts;
  const session = new SessionModel({ content, playback, progress });
  const missed = new MissedRunModel({ playback, progress });
  const channel = new BroadcastChannel(CHANNEL);
  const turn = new TabTurnModel({
    playback,
    progress,
    locks: navigator.locks,
    channel: {
      post: (message) => channel.postMessage(message),
      onMessage: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
    },
    loadProgress: () => storage.progress.loadAll(),
    onVisible(listener) {
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') listener();
      });
    },
    clock: () => performance.now(),
  });
  const restart = new RouteRestartModel({
    content,
    playback,
    progress,
    change: (rule) => changeProgress(storage, rule),
    tell: turn.tell,
    now: Date.now,
  });

  // The words for these come with the later pages, once the sound is under way and no longer waits for them.
  const areScreensThere = signal(false);
  const stopWatching = playback.watch((event) => {
    if (event.kind !== 'timeupdate') return;
    stopWatching();
    parts.fetchScreens().then(
      () => {
        areScreensThere.value = true;
      },
      () => undefined,
    );
  });

  return {
    session: { ...session, begin: beginSession },
    missed: { ...missed, begin: beginMissed },
    turn,
    restart,
    /** Whether the small player has more to say than what it plays. */
    hasStatus: computed(
      () =>
        areScreensThere.value &&
        (turn.elsewhere.value !== undefined ||
          playback.upNext.value !== undefined ||
          session.rest.value !== undefined ||
          session.isDone.value ||
          missed.step.value !== undefined ||
          missed.isDone.value),
    ),
  };

  /** One of the two decides what follows, never both. */
  function beginSession(routeId: string, ids: readonly string[]): void {
    missed.stop();
    session.begin(routeId, ids);
  }

  function beginMissed(routeId: string, moduleId: string, duration: Seconds): void {
    session.end();
    missed.begin(routeId, moduleId, duration);
  }
}
