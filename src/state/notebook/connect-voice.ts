/** Joins spoken notes with the microphone, the storage, the second sound element and the page's life. */
import { computed, effect, signal } from '@preact/signals-core';
import { openMicrophone } from '../../capture/microphone.ts';
import { makePlayable } from '../../capture/playable-voice.ts';
import { isSpoken, type SpokenNote } from '../../model/voice-note.ts';
import type { PreviewPlayer } from '../../player/preview-player.ts';
import { createVoiceStore } from '../../storage/voice-store.ts';
import type { ToolParts } from '../listening/listening-tools.ts';
import { VoiceModel } from './voice.ts';
import { VoicePlaybackModel } from './voice-playback.ts';

/** Makes both; a recording ends when the page is hidden, left, or its sheet is closed. */
export function connectVoice(
  { storage, playback, notebook, location }: ToolParts,
  player: PreviewPlayer,
) {
  const store = createVoiceStore(storage.records, storage.guard);
  const byId = signal<ReadonlyMap<string, SpokenNote>>(new Map());
  const put = (notes: readonly SpokenNote[]) => {
    byId.value = new Map([...byId.peek(), ...notes.map((note) => [note.id, note] as const)]);
  };
  const voice = new VoiceModel({
    store,
    openMicrophone,
    playback,
    stopPreview: () => player.stop(),
    notes: computed(() => [...byId.value.values()].sort((a, b) => a.createdAt - b.createdAt)),
    onSaved: (note) => put([note]),
    createId: () => crypto.randomUUID(),
    now: Date.now,
    clock: () => performance.now(),
  });
  const voicePlayback = new VoicePlaybackModel({
    player,
    playback,
    load: async (note) => makePlayable(await store.loadPieces(note), note.voice.type),
    createUrl: (blob) => URL.createObjectURL(blob),
    revokeUrl: (url) => URL.revokeObjectURL(url),
  });

  let opened = notebook.opened.peek();
  let page = location.page.peek();
  effect(() => {
    const isLeft = notebook.opened.value !== opened || location.page.value !== page;
    opened = notebook.opened.value;
    page = location.page.value;
    if (isLeft) voice.stop();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') voice.stop();
  });
  addEventListener('pagehide', () => voice.stop());

  async function read(): Promise<void> {
    const stored = await storage.notes.loadAll();
    put(stored.map(({ note }) => note).filter(isSpoken));
  }
  read().catch(() => undefined);
  return { voice, voicePlayback };
}
