/** Joins the notebook with the storage: what was written before comes in, what is typed goes out. */
import { type NoteWithText, newestHead } from '../../model/note.ts';
import type { createDraftWriter } from '../../storage/draft-writer.ts';
import type { AppStorage } from '../../storage/open-storage.ts';
import type { DeviceState } from '../device.ts';
import type { PlaybackState } from '../listening/playback.ts';
import { NotebookModel, type NotebookState } from './notebook.ts';

export interface ConnectNotebookOptions {
  storage: AppStorage;
  playback: PlaybackState;
  device: DeviceState;
  /** Called when an answer is on the device. */
  onKept: () => void;
}

/** Makes the notebook; `begin` reads what is stored and follows the page's life. */
export function connectNotebook({ storage, playback, device, onKept }: ConnectNotebookOptions): {
  state: NotebookState;
  /** Fetches the code that writes; a page with questions waits for it. @throws when it cannot be fetched */
  prepare(): Promise<void>;
  begin(): void;
} {
  const { notes } = storage;
  let createWriter: typeof createDraftWriter | undefined;
  const state = new NotebookModel({
    createWriter: (note, existing, onState) =>
      createWriter?.({
        notes,
        note,
        tabId: storage.tabId,
        // The newest version only: a version of another tab stays beside it until the person joins them.
        parents: parentsOf(existing),
        tail: storage.tail,
        now: Date.now,
        onState(state) {
          onState(state);
          if (state === 'saved') onKept();
        },
      }),
    load: (noteId) => notes.load(noteId),
    isKept: () => device.isKept.value,
    pause() {
      const wasPlaying = playback.isPlaying.peek();
      playback.pause();
      return wasPlaying;
    },
    play: () => void playback.play(),
    createId: () => crypto.randomUUID(),
    now: Date.now,
    copy: (text) => navigator.clipboard.writeText(text),
  });

  async function read(): Promise<void> {
    state.fill(await notes.loadAll(), storage.badRecordCount);
  }

  return {
    state,
    async prepare() {
      createWriter = (await import('../../storage/draft-writer.ts')).createDraftWriter;
    },
    begin() {
      // What cannot be read now is still stored; the storage has told why.
      read().catch(() => undefined);
      storage.onKindChange(() => void read().catch(() => undefined));
      addEventListener('pagehide', () => state.putAway());
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') state.putAway();
      });
    },
  };
}

function parentsOf(existing: NoteWithText | undefined): string[] {
  const head = newestHead(existing?.revisions ?? []);
  return head ? [head.id] : [];
}
