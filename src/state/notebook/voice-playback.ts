/** Hearing spoken notes beside the player: what plays pauses first, and its position stays. */
import { computed, signal } from '@preact/signals-core';
import type { PlayableVoice } from '../../capture/playable-voice.ts';
import type { SpokenNote } from '../../model/note.ts';
import type { Seconds } from '../../model/units.ts';
import type { PreviewPlayer } from '../../player/preview-player.ts';
import { createModel } from '../create-model.ts';
import type { PlaybackState } from '../listening/playback.ts';

export interface VoicePlaybackDeps {
  /** The one that plays passages too: two voices at once help nobody. */
  player: PreviewPlayer;
  playback: Pick<PlaybackState, 'pause'>;
  /** Reads the pieces and makes a sound of them. @throws StorageError */
  load: (note: SpokenNote) => Promise<PlayableVoice>;
  createUrl: (blob: Blob) => string;
  revokeUrl: (url: string) => void;
}

/** The sound of one note, ready to play. */
interface LoadedVoice {
  noteId: string;
  url: string;
  duration: Seconds;
}

/** So close to the end, playing starts again from the start. */
const END_MARGIN: Seconds = 0.2;

export const VoicePlaybackModel = createModel((deps: VoicePlaybackDeps) => {
  const { player } = deps;
  /** The note of which the sound is asked for. */
  const current = signal<SpokenNote | undefined>(undefined);
  const isPlaying = signal(false);
  const position = signal<Seconds>(0);
  const failed = signal<string | undefined>(undefined);
  let loaded: LoadedVoice | undefined;
  let isHeld = false;

  player.onEvent((event) => {
    if (!isHeld) return;
    if (event.kind === 'timeupdate') position.value = event.currentTime;
    if (event.kind === 'timeupdate' || event.kind === 'playing') return;
    isHeld = false;
    isPlaying.value = false;
    if (event.kind === 'failed') failed.value = current.peek()?.id;
    if (loaded && position.peek() >= loaded.duration - END_MARGIN) position.value = 0;
  });

  /** Only one is kept: five minutes of speech are 14 MB. */
  async function load(note: SpokenNote): Promise<LoadedVoice> {
    if (loaded?.noteId === note.id) return loaded;
    const { blob, duration } = await deps.load(note);
    if (loaded) deps.revokeUrl(loaded.url);
    loaded = {
      noteId: note.id,
      url: deps.createUrl(blob),
      duration: duration ?? note.voice.duration,
    };
    return loaded;
  }

  async function play(note: SpokenNote): Promise<void> {
    deps.playback.pause();
    player.claim();
    if (current.peek()?.id !== note.id) position.value = 0;
    current.value = note;
    failed.value = undefined;
    isPlaying.value = true;
    let sound: LoadedVoice;
    try {
      sound = await load(note);
    } catch {
      if (current.peek() !== note) return;
      isPlaying.value = false;
      failed.value = note.id;
      return;
    }
    // Stopped, or another one was asked for meanwhile.
    if (current.peek() !== note || !isPlaying.peek()) return;
    isHeld = true;
    player.playPassage({
      urls: [sound.url],
      startTime: position.peek(),
      endTime: Number.POSITIVE_INFINITY,
      rate: 1,
    });
  }

  return {
    /** The id of the note that plays, or is about to. */
    playing: computed(() => (isPlaying.value ? current.value?.id : undefined)),
    /** The id of the note that could not be played. */
    failed,
    /** The note that plays or played last. */
    current,
    /** Where in {@link current} the sound is or will go on. */
    position,
    /** Plays a note from where it was left, or stops it there; inside the press. */
    toggle(note: SpokenNote): void {
      if (isPlaying.peek() && current.peek()?.id === note.id) {
        isPlaying.value = false;
        player.stop();
      } else {
        void play(note);
      }
    },
    /** Goes to another second, also while it is silent. */
    seek(note: SpokenNote, to: Seconds): void {
      if (current.peek()?.id !== note.id) {
        player.stop();
        current.value = note;
      }
      position.value = Math.min(Math.max(0, to), note.voice.duration);
      if (isHeld) player.seek(position.peek());
    },
  };
});

export type VoicePlaybackState = InstanceType<typeof VoicePlaybackModel>;
