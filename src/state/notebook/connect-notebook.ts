/** Joins the notebook with the storage: what was written before comes in, what is typed goes out. */
import { type NoteWithText, newestHead } from '../../model/note.ts';
import type { createDraftWriter } from '../../storage/draft-writer.ts';
import type { LateStorage } from '../../storage/late-storage.ts';
import type { AppStorage } from '../../storage/open-storage.ts';
import type { DeviceState } from '../device.ts';
import type { PlaybackState } from '../listening/playback.ts';
import { NotebookModel, type NotebookState } from './notebook.ts';

export interface ConnectNotebookOptions {
  storage: LateStorage;
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
  let createWriter: typeof createDraftWriter | undefined;
  const state = new NotebookModel({
    createWriter: (note, existing, onState) => {
      const opened = storage.opened;
      // Both come with `prepare`; without them there is nothing to write with.
      if (!opened) return undefined;
      return createWriter?.({
        notes: opened.notes,
        note,
        tabId: opened.tabId,
        // The newest version only: a version of another tab stays beside it until the person joins them.
        parents: parentsOf(existing),
        tail: opened.tail,
        now: Date.now,
        onState(state) {
          onState(state);
          if (state === 'saved') onKept();
        },
      });
    },
    load: async (noteId) => (await storage.open()).notes.load(noteId),
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

  async function read(opened: AppStorage): Promise<void> {
    state.fill(await opened.notes.loadAll(), opened.badRecordCount);
  }

  return {
    state,
    async prepare() {
      const [code] = await Promise.all([import('../../storage/draft-writer.ts'), storage.open()]);
      createWriter = code.createDraftWriter;
    },
    begin() {
      void storage.whenOpened.then((opened) => {
        // What cannot be read now is still stored; the storage has told why.
        const readAgain = () => void read(opened).catch(() => undefined);
        readAgain();
        opened.onKindChange(readAgain);
      });
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
