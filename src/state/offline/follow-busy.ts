/** What makes this tab busy: sound, a recording, a file that is copied, or words that are not stored yet. */
import { computed, effect, type ReadonlySignal } from '@preact/signals-core';
import type { AppTools } from '../app-tools.ts';
import type { PlaybackState } from '../listening/playback.ts';
import type { NotebookState } from '../notebook/notebook.ts';

export interface BusyParts {
  playback: PlaybackState;
  notebook: NotebookState;
  tools: ReadonlySignal<AppTools | undefined>;
}

/** Tells at once, and at every change. */
export function followBusy(
  { playback, notebook, tools }: BusyParts,
  setBusy: (isBusy: boolean) => void,
): void {
  const isSounding = computed(
    () =>
      playback.isPlaying.value ||
      playback.status.value === 'loading' ||
      playback.upNext.value !== undefined ||
      tools.value?.preview.playing.value !== undefined ||
      tools.value?.voicePlayback.playing.value !== undefined,
  );
  const isTakingIn = computed(
    () =>
      tools.value?.voice.isBusy.value ||
      [...(tools.value?.recordings.slots.value.values() ?? [])].some(({ adding }) => adding),
  );
  effect(() => setBusy(isSounding.value || isTakingIn.value || notebook.isUnsaved.value));
}
