/** Marked moments: one press keeps the second and the sentence, and says so once it is stored. */
import { computed, effect, signal } from '@preact/signals-core';
import { MARK_LEAD, SAME_MOMENT } from '../../model/fragment.ts';
import type { Sentence } from '../../model/learning-module.ts';
import type { Note } from '../../model/note.ts';
import { plainText, timedSentences } from '../../model/timeline.ts';
import type { Seconds, Timestamp } from '../../model/units.ts';
import type { NoteStore } from '../../storage/note-store.ts';
import type { ContentState } from '../content.ts';
import { createModel } from '../create-model.ts';
import type { LoadedAudio } from '../listening/now-playing.ts';
import type { PlaybackState } from '../listening/playback.ts';
import type { NotebookState } from '../notebook/notebook.ts';
import { type GiveWay, withRoom } from '../offline/make-room.ts';
import type { SettingsState } from '../settings.ts';

export interface MarksDeps {
  content: ContentState;
  playback: PlaybackState;
  settings: SettingsState;
  notes: Pick<NoteStore, 'create'>;
  /** Asked when the device is full. */
  giveWay: GiveWay;
  notebook: Pick<NotebookState, 'notes' | 'put' | 'announce' | 'openNote' | 'newNote'>;
  /** Absent in a browser without Media Session. */
  mediaSession: Pick<MediaSession, 'setActionHandler'> | undefined;
  tick: () => void;
  createId: () => string;
  now: () => Timestamp;
}

/** What became of the latest press. */
export type MarkOutcome = { kind: 'marked'; time: Seconds; note: Note } | { kind: 'failed' };

/** So long after the mark, in seconds of listening, it is no news any more. */
const NEWS_LASTS: Seconds = 10;

export const MarksModel = createModel((deps: MarksDeps) => {
  const { content, playback, settings, notebook } = deps;
  const outcome = signal<MarkOutcome | undefined>(undefined);
  /** Ids of modules whose download gave way to the latest mark. */
  const gaveWay = signal<readonly string[]>([]);
  let latest: Note | undefined;

  async function textOf({ routeId, summary }: LoadedAudio) {
    const known = playback.module.peek();
    const load = known ? undefined : await content.settled(routeId, summary.id);
    const module = known ?? (load?.kind === 'ready' ? load.module : undefined);
    return module ? timedSentences(module) : [];
  }

  function isPressedTwice({ routeId, moduleId, summary }: LoadedAudio, time: Seconds): boolean {
    return (
      latest?.routeId === routeId &&
      latest.moduleId === moduleId &&
      latest.anchor.audioHash === summary.audio?.hash &&
      Math.abs((latest.anchor.time ?? 0) - time) < SAME_MOMENT
    );
  }

  function timeNow(): Seconds {
    return playback.exactTime() ?? playback.currentTime.peek();
  }

  /** Opens an empty note at the moment that is heard now. */
  async function noteHere(): Promise<void> {
    const loaded = playback.loaded.peek();
    if (!loaded) return;
    const time = timeNow();
    playback.pause();
    const hash = loaded.summary.audio?.hash;
    const sentence = sentenceBefore(await textOf(loaded), time);
    const anchor = {
      ...(hash === undefined ? {} : { audioHash: hash }),
      time,
      ...(sentence === undefined ? {} : { sentence }),
    };
    const { routeId, moduleId } = loaded;
    notebook.openNote(notebook.newNote({ routeId, moduleId, anchor }));
  }

  async function mark(): Promise<void> {
    const loaded = playback.loaded.peek();
    if (!loaded) return;
    const time = timeNow();
    deps.tick();
    if (isPressedTwice(loaded, time)) return;
    const envelope = {
      id: deps.createId(),
      kind: 'mark' as const,
      routeId: loaded.routeId,
      moduleId: loaded.moduleId,
      createdAt: deps.now(),
    };
    const hash = loaded.summary.audio?.hash;
    const place = { ...(hash === undefined ? {} : { audioHash: hash }), time };
    latest = { ...envelope, anchor: place };
    const text = await textOf(loaded);
    const sentence = sentenceBefore(text, time);
    const passage = passageBefore(text, time);
    const note: Note = {
      ...envelope,
      anchor: { ...place, ...(sentence === undefined ? {} : { sentence, passage }) },
    };
    gaveWay.value = [];
    try {
      await withRoom(() => deps.notes.create(note), deps.giveWay, gaveWay);
    } catch {
      latest = undefined;
      outcome.value = { kind: 'failed' };
      return;
    }
    notebook.put({ note, text: '', updatedAt: note.createdAt, revisions: [] });
    outcome.value = { kind: 'marked', time, note };
    notebook.announce([note.id]);
  }

  const onHeadset = () => void mark();
  let isHandled = false;

  function followHeadset(isOn: boolean): void {
    if (isOn === isHandled && !isOn) return;
    isHandled = isOn;
    try {
      deps.mediaSession?.setActionHandler('previoustrack', isOn ? onHeadset : null);
    } catch {
      // Browsers throw a TypeError for an action that they do not know.
    }
  }

  effect(() => followHeadset(settings.values.value.headsetMark));
  playback.watch((event) => {
    // iOS forgets handlers that were set before the first sound.
    if (event.kind === 'playing') followHeadset(settings.values.peek().headsetMark);
    if (event.kind === 'loaded') outcome.value = undefined;
    const told = outcome.peek();
    if (event.kind !== 'timeupdate' || told?.kind !== 'marked') return;
    if (Math.abs(event.currentTime - told.time) > NEWS_LASTS) outcome.value = undefined;
  });

  return {
    /** Oldest first. */
    all: computed(() =>
      [...notebook.notes.value.values()].filter(({ note }) => note.kind === 'mark'),
    ),
    /** For a short while after a press. */
    outcome,
    gaveWay,
    /** Keeps the moment that is heard now; one press, no question asked. */
    mark,
    noteHere,
  };
});

export type MarksState = InstanceType<typeof MarksModel>;

/** The words at a second, or the last ones before it. */
function sentenceBefore(text: readonly Sentence[], time: Seconds): string | undefined {
  const sentence = text.findLast(({ startTime }) => (startTime ?? 0) <= time);
  return sentence && plainText(sentence);
}

/** What was said in the {@link MARK_LEAD} before a second, in whole sentences; after a long quiet the last one. */
function passageBefore(text: readonly Sentence[], time: Seconds): string {
  const from = text.findIndex(({ endTime }) => (endTime ?? 0) > time - MARK_LEAD);
  const past = text.findIndex(({ startTime }) => (startTime ?? 0) > time);
  const end = past < 0 ? text.length : past;
  const begin = Math.min(from < 0 ? text.length : from, Math.max(0, end - 1));
  return text.slice(begin, end).map(plainText).join(' ');
}
