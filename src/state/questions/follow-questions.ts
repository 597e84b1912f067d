/**
 * Listens along for questions: stops after a spoken one, keeps it for later or leaves it out, as the
 * listener chose. It decides from the player's facts; a timer only sharpens the stop while the page is seen.
 */

import type { HeardRange } from '../../model/coverage.ts';
import type { Question } from '../../model/learning-module.ts';
import { startListening, takeFact } from '../../model/listening.ts';
import {
  ASK_AGAIN_AFTER,
  hasSoftSound,
  isInQuiet,
  nextStop,
  paceQuestions,
  type SpokenQuestion,
} from '../../model/question-pace.ts';
import type { Milliseconds, Seconds } from '../../model/units.ts';
import type { EngineEvent } from '../../player/audio-engine.ts';
import { listeningFact } from '../../player/listening-fact.ts';
import type { LoadedAudio } from '../listening/now-playing.ts';
import type { PlaybackState } from '../listening/playback.ts';
import type { NotebookState } from '../notebook/notebook.ts';
import type { SettingsState } from '../settings.ts';
import type { OpenQuestionsState } from './open-questions.ts';

export interface FollowQuestionsDeps {
  playback: PlaybackState;
  notebook: NotebookState;
  settings: SettingsState;
  questions: OpenQuestionsState;
  /** Counts a passage as heard that was left out on purpose. */
  addHeard: (range: HeardRange) => void;
  isVisible: () => boolean;
  /** Whether a question can be put in front of the person now, who may be writing or choosing something. */
  canAsk: () => boolean;
  onHidden: (listener: () => void) => void;
  /** The soft sound, for a recording that has none. */
  chime: () => void;
  /** A clock that never jumps. */
  clock: () => Milliseconds;
}

/** Facts come so far apart at most; nearer than this, the stop is timed. */
const FACT_INTERVAL: Seconds = 0.4;

/** A timer that fires a hair early looks again after this. */
const SHORTEST_WAIT: Milliseconds = 10;

/** A question this close to the end of the sound cannot stop it any more. */
const END_MARGIN: Seconds = 0.5;

/** In a recording without a quiet, so long after a question it is too late to stop for it. */
const LATEST_STOP: Seconds = 2;

/** A question that stopped the sound, and has not been gone on from. */
interface Pause {
  question: SpokenQuestion;
  loaded: LoadedAudio;
}

/** Follows the player from now on. */
export function followQuestions(deps: FollowQuestionsDeps): void {
  const { playback, notebook, settings, questions, clock } = deps;
  /** Those that stopped the sound; a short step back does not make them do so again. */
  const asked = new Map<string, SpokenQuestion>();
  let listening = startListening(0, 1, clock());
  let pause: Pause | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function moduleQuestions({ routeId, moduleId }: LoadedAudio): readonly Question[] {
    const module = playback.module.peek();
    return module?.routeId === routeId && module.id === moduleId ? module.questions : [];
  }

  function isDone({ routeId, moduleId }: LoadedAudio): (questionId: string) => boolean {
    return (id) =>
      asked.has(`${routeId}/${moduleId}/${id}`) || questions.isAnswered(routeId, moduleId, id);
  }

  function reach(time: Seconds): void {
    const step = takeFact(listening, { kind: 'time', currentTime: time, at: clock() });
    listening = step.state;
    const loaded = playback.loaded.peek();
    if (!loaded) return;
    if (step.heard) act(loaded, step.heard);
    armTimer(loaded, time);
  }

  function act(loaded: LoadedAudio, heard: HeardRange): void {
    const action = paceQuestions(moduleQuestions(loaded), heard.startTime, heard.endTime, {
      mode: settings.values.peek().questionMode,
      isVisible: deps.isVisible(),
      isAnswered: isDone(loaded),
    });
    if (action.kind === 'skip') leaveOut(action.question.times.cueTime, action.to);
    if (action.kind === 'pause' || action.kind === 'later') {
      announce(action.question);
      const { quietTime, endTime } = action.question.times;
      const isOver = heard.endTime > Math.max(endTime, quietTime + LATEST_STOP);
      const isTooLate = isOver || quietTime > playback.duration.peek() - END_MARGIN;
      if (action.kind === 'pause' && !isTooLate && deps.canAsk()) ask(loaded, action.question);
      else defer(loaded, action.question);
    }
  }

  /** On a page that is not seen nothing sounds that the recording does not have. */
  function announce({ times }: SpokenQuestion): void {
    if (!hasSoftSound(times) && deps.isVisible()) deps.chime();
  }

  function defer({ routeId, moduleId }: LoadedAudio, { id }: Question): void {
    questions.defer(routeId, moduleId, id);
  }

  function leaveOut(startTime: Seconds, endTime: Seconds): void {
    deps.addHeard({ startTime, endTime });
    playback.seek(endTime, false);
  }

  function ask(loaded: LoadedAudio, question: SpokenQuestion): void {
    const module = playback.module.peek();
    if (!module) return;
    asked.set(`${loaded.routeId}/${module.id}/${question.id}`, question);
    pause = { loaded, question };
    notebook.open(loaded.routeId, module, question);
  }

  /** Whoever goes on has had quiet enough. */
  function goOn(): void {
    const now = pause;
    pause = undefined;
    if (!now || now.loaded !== playback.loaded.peek()) return;
    const { times } = now.question;
    const time = playback.exactTime() ?? playback.currentTime.peek();
    if (isInQuiet(times, time)) leaveOut(times.quietTime, times.endTime);
  }

  function onJump(to: Seconds): void {
    for (const [key, { times }] of asked) {
      if (times.cueTime - to > ASK_AGAIN_AFTER) asked.delete(key);
    }
    if (pause && !isInQuiet(pause.question.times, to)) pause = undefined;
  }

  /** On a page that is not seen no timer runs; the quiet after a question is long enough to stop late. */
  function armTimer(loaded: LoadedAudio, time: Seconds): void {
    if (!deps.isVisible() || settings.values.peek().questionMode === 'off') return;
    const stop = nextStop(moduleQuestions(loaded), time, isDone(loaded));
    const wait = stop === undefined ? Number.POSITIVE_INFINITY : (stop - time) / listening.rate;
    if (!listening.isPlaying || wait > FACT_INTERVAL) return;
    timer = setTimeout(
      () => {
        const exact = playback.exactTime();
        if (exact !== undefined && deps.isVisible()) reach(exact);
      },
      Math.max(SHORTEST_WAIT, wait * 1000),
    );
  }

  function onFact(event: EngineEvent): void {
    if (event.kind === 'timeupdate') {
      reach(event.currentTime);
      return;
    }
    if (event.kind === 'loaded') {
      const time = playback.exactTime() ?? 0;
      listening = startListening(time, playback.rate.peek(), clock());
      onJump(time);
      return;
    }
    listening = takeFact(listening, listeningFact(event, clock())).state;
    if (event.kind === 'playing') goOn();
    if (event.kind === 'seeked') onJump(event.currentTime);
  }

  /** The sound may have been faster than this code: what was played until now counts. */
  function catchUp(): void {
    const loaded = playback.loaded.peek();
    const startTime = playback.playedFrom();
    const time = playback.exactTime();
    if (!loaded || startTime === undefined || time === undefined) return;
    listening = startListening(time, playback.rate.peek(), clock());
    act(loaded, { startTime, endTime: time });
  }

  playback.watch((event, isBetween) => {
    clearTimeout(timer);
    if (!isBetween) onFact(event);
  });
  catchUp();

  // A phone that goes into a pocket: nobody is thinking about the question any more.
  deps.onHidden(() => {
    const open = notebook.opened.peek();
    if (!pause) return;
    if (open?.question.id !== pause.question.id || !questions.isUntouched()) return;
    defer(pause.loaded, pause.question);
    void notebook.closeAndPlay();
  });
}
