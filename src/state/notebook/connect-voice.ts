/** Joins spoken notes with the microphone, the storage, the second sound element and the page's life. */
import { computed, effect } from '@preact/signals-core';
import { openMicrophone } from '../../capture/microphone.ts';
import { makePlayable } from '../../capture/playable-voice.ts';
import { isSpoken } from '../../model/note.ts';
import { dayOf } from '../../model/plain-date.ts';
import { soundExtension } from '../../notebook/voice-file.ts';
import type { PreviewPlayer } from '../../player/preview-player.ts';
import { createVoiceStore } from '../../storage/voice-store.ts';
import { makeRoom } from '../offline/make-room.ts';
import type { ToolParts } from '../tool-parts.ts';
import { saveFile } from './save-file.ts';
import { VoiceModel } from './voice.ts';
import { VoicePlaybackModel } from './voice-playback.ts';

/** Makes both; a recording ends when the page is hidden, left, or its sheet is closed. */
export function connectVoice(
  { storage, playback, notebook, location, downloads, device }: ToolParts,
  player: PreviewPlayer,
) {
  const store = createVoiceStore(storage.records, storage.guard);
  const voice = new VoiceModel({
    store,
    openMicrophone,
    playback,
    stopPreview: () => player.stop(),
    notes: computed(() =>
      [...notebook.notes.value.values()].map(({ note }) => note).filter(isSpoken),
    ),
    onSaved(note) {
      const known = notebook.notes.peek().get(note.id);
      notebook.put({ text: '', updatedAt: note.createdAt, revisions: [], ...known, note });
    },
    onDone: (noteId) => notebook.announce([noteId]),
    giveWay: (gone) => makeRoom(downloads, playback.loaded.peek()?.moduleId, gone),
    saveFile: (sound, recordedAt) =>
      saveFile(`opname-${dayOf(recordedAt)}.${soundExtension(sound.type)}`, sound.type, sound),
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

  let sheet = notebook.writing.peek();
  let page = location.page.peek();
  effect(() => {
    const isLeft = notebook.writing.value !== sheet || location.page.value !== page;
    sheet = notebook.writing.value;
    page = location.page.value;
    if (isLeft) voice.stop();
  });
  effect(() => {
    if (!device.hasEnded.value) return;
    voice.stop();
    player.stop();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') voice.stop();
  });
  addEventListener('pagehide', () => voice.stop());
  return { voice, voicePlayback };
}
