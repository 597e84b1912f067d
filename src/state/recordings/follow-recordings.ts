/** Makes each recording that is on the device the episode of its module, and takes it out of the player when it goes. */
import { effect, untracked } from '@preact/signals-core';
import { episodeText } from '../../model/episode-text.ts';
import type { LearningModule } from '../../model/learning-module.ts';
import { type Recording, recordingAudio } from '../../model/recording.ts';
import { episodeId, type Sound } from '../../model/sound.ts';
import type { ContentState } from '../content.ts';
import type { PlaybackState } from '../listening/playback.ts';
import type { RecordingsState } from './recordings.ts';

export interface FollowRecordingsDeps {
  recordings: Pick<RecordingsState, 'slots'>;
  content: ContentState;
  playback: Pick<PlaybackState, 'loaded' | 'open' | 'pause'>;
}

/** What the player was given; the sound stays the same object while only its text changes. */
interface Given {
  recording: Recording;
  sound: Sound;
}

/** Follows from now on. */
export function followRecordings({ recordings, content, playback }: FollowRecordingsDeps): void {
  const given = new Map<string, Given>();

  function give(owner: string, recording: Recording, module: LearningModule): void {
    const before = given.get(owner);
    if (before?.recording === recording) return;
    const isSameSound = before?.recording.audioHash === recording.audioHash;
    const sound = before && isSameSound ? before.sound : soundOf(recording, module);
    content.setEpisode(recording.routeId, sound, episodeText(module, recording));
    given.set(owner, { recording, sound });
    // Another file in the place of the one that is loaded: it is put in, silent, at its own place.
    if (before && !isSameSound && isLoaded(recording)) {
      playback.pause();
      playback.open(recording.routeId, sound.id);
    }
  }

  function take(owner: string, { recording, sound }: Given): void {
    given.delete(owner);
    if (isLoaded(recording)) {
      playback.pause();
      playback.open(recording.routeId, recording.moduleId);
    }
    content.removeEpisode(recording.routeId, sound.id);
  }

  function isLoaded({ routeId, moduleId }: Recording): boolean {
    const loaded = playback.loaded.peek();
    return loaded?.routeId === routeId && loaded.summary.id === episodeId(moduleId);
  }

  effect(() => {
    const ready = new Map<string, [Recording, LearningModule]>();
    for (const [owner, { recording }] of recordings.slots.value) {
      if (!recording) continue;
      const load = content.module(recording.routeId, recording.moduleId).value;
      if (load.kind === 'ready' && load.module.episode) ready.set(owner, [recording, load.module]);
    }
    untracked(() => {
      for (const [owner, before] of [...given]) if (!ready.has(owner)) take(owner, before);
      for (const [owner, [recording, module]] of ready) give(owner, recording, module);
    });
  });
}

function soundOf(recording: Recording, module: LearningModule): Sound {
  return {
    id: episodeId(module.id),
    title: module.episode?.title ?? module.title,
    completion: module.completion,
    audio: recordingAudio(recording),
  };
}
