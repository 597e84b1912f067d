/** Listening for as many minutes as somebody has: the chosen modules follow each other, and then it stops. */
import { computed, signal } from '@preact/signals-core';
import type { LearningRoute, ModuleSummary } from '../../model/learning-route.ts';
import { type AudioKey, audioKey, type Progress } from '../../model/progress.ts';
import { type SessionItem, sessionTime } from '../../model/session-plan.ts';
import type { Sound } from '../../model/sound.ts';
import type { Seconds } from '../../model/units.ts';
import type { ContentState } from '../content.ts';
import { createModel } from '../create-model.ts';
import type { LoadedAudio } from './now-playing.ts';
import type { PlaybackState } from './playback.ts';
import { nextUp, type ProgressState, storedPosition } from './progress.ts';

export interface SessionDeps {
  content: ContentState;
  playback: PlaybackState;
  progress: ProgressState;
}

interface Session {
  routeId: string;
  /** In the order in which they play. */
  ids: readonly string[];
}

/** What is still to come: the module that plays counts as one. */
export interface SessionRest {
  modules: number;
  /** At the speed of now. */
  time: Seconds;
}

/** What could be played now: unfinished modules with sound, from the one that is under way. */
export function sessionItems(
  all: ReadonlyMap<AudioKey, Progress>,
  route: LearningRoute,
): SessionItem[] {
  const { summary: first } = nextUp(all, route);
  return route.modules
    .slice(
      Math.max(
        0,
        route.modules.findIndex(({ id }) => id === first?.id),
      ),
    )
    .filter(({ id }) => !all.get(audioKey(route.id, id))?.completed)
    .filter(({ audio }) => audio !== undefined)
    .map((summary) => ({ id: summary.id, left: leftOf(all, route.id, summary) }));
}

function leftOf(
  all: ReadonlyMap<AudioKey, Progress>,
  routeId: string,
  summary: ModuleSummary,
): Seconds {
  return (summary.audio?.duration ?? 0) - storedPosition(all, { routeId, summary });
}

export const SessionModel = createModel(({ content, playback, progress }: SessionDeps) => {
  const session = signal<Session | undefined>(undefined);
  const isDone = signal(false);

  function placeOf({ routeId, summary }: LoadedAudio): number {
    const running = session.peek();
    return running?.routeId === routeId ? running.ids.indexOf(summary.id) : -1;
  }

  function end(): void {
    if (!session.peek()) return;
    session.value = undefined;
    playback.setChooser();
  }

  /** Asked while the element tells that it ended, so also behind a locked screen. */
  function chooseNext(ended: LoadedAudio): Sound | undefined {
    const next = session.peek()?.ids[placeOf(ended) + 1];
    if (next !== undefined) return content.summary(ended.routeId, next);
    end();
    isDone.value = true;
    return undefined;
  }

  playback.watch((event) => {
    if (event.kind !== 'playing') return;
    const loaded = playback.loaded.peek();
    // Somebody chose something else to hear.
    if (session.peek() && loaded && placeOf(loaded) < 0) end();
    if (isDone.peek()) isDone.value = false;
  });

  return {
    /** The last chosen module was heard, and nothing was played since. */
    isDone,
    rest: computed<SessionRest | undefined>(() => {
      const running = session.value;
      const loaded = playback.loaded.value;
      const place = loaded && running ? running.ids.indexOf(loaded.summary.id) : -1;
      if (!running || !loaded || place < 0) return undefined;
      const coming = running.ids.slice(place + 1);
      const lefts = coming.map((id) => {
        const summary = content.summary(running.routeId, id);
        return summary ? leftOf(progress.all.value, running.routeId, summary) : 0;
      });
      const here = playback.duration.value - playback.currentTime.value;
      return {
        modules: coming.length + 1,
        time: sessionTime([here, ...lefts], playback.rate.value),
      };
    }),
    /** Plays these one after the other, inside the tap. */
    begin(routeId: string, ids: readonly string[]): void {
      const [first] = ids;
      if (first === undefined) return;
      session.value = { routeId, ids };
      playback.setChooser(chooseNext);
      void playback.playModule(routeId, first);
    },
    /** From now on the route goes on as always. */
    end,
    /** The module that plays is the last one. */
    stopAfterThis(): void {
      const running = session.peek();
      const loaded = playback.loaded.peek();
      if (running && loaded) session.value = { ...running, ids: [loaded.summary.id] };
    },
  };
});

export type SessionState = InstanceType<typeof SessionModel>;
