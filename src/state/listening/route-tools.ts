/** The tools that look beyond one module: a session, what was missed, the other tabs, and starting over. */
import type { Seconds } from '../../model/units.ts';
import { changeProgress } from '../../storage/change-progress.ts';
import type { ToolParts } from '../tool-parts.ts';
import { MissedRunModel } from './missed-run.ts';
import { RouteRestartModel } from './route-restart.ts';
import { SessionModel } from './session.ts';
import { SOUND_CHANNEL } from './sound-channel.ts';
import { TabTurnModel } from './tab-turn.ts';

export function createRouteTools(parts: ToolParts) {
  const { storage, content, playback, progress } = parts;
  const session = new SessionModel({ content, playback, progress });
  const missed = new MissedRunModel({ playback, progress });
  const channel = new BroadcastChannel(SOUND_CHANNEL);
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

  // What the small player says comes with the later pages, once the sound no longer waits for anything.
  const stopWatching = playback.watch((event) => {
    if (event.kind !== 'timeupdate') return;
    stopWatching();
    parts.fetchScreens().catch(() => undefined);
  });

  return {
    session: { ...session, begin: beginSession },
    missed: { ...missed, begin: beginMissed },
    turn,
    restart,
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
