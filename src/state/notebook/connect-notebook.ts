/** Joins the notebook with the storage: what was written before comes in, what is typed goes out. */
import type { KnownIds } from '../../model/address.ts';
import { withPresentModule } from '../../model/renamed.ts';
import type { LateStorage } from '../../storage/late-storage.ts';
import type { AppStorage } from '../../storage/open-storage.ts';
import type { DeviceState } from '../device.ts';
import type { PlaybackState } from '../listening/playback.ts';
import type { DownloadsState } from '../offline/downloads.ts';
import type { createWriting } from './create-writing.ts';
import { followOtherTabs } from './note-channel.ts';
import { NotebookModel, type NotebookState } from './notebook.ts';

export interface ConnectNotebookOptions {
  storage: LateStorage;
  playback: PlaybackState;
  downloads: DownloadsState;
  device: DeviceState;
  /** The modules as they are called now. */
  known: KnownIds;
  /** Called when an answer is on the device. */
  onKept: () => void;
  /** Called when there are notes: some may have something to say today. */
  onNotes: () => void;
}

/** Makes the notebook; `begin` reads what is stored and follows the page's life. */
export function connectNotebook(options: ConnectNotebookOptions): {
  state: NotebookState;
  /** Fetches the code that writes; a page with questions waits for it. @throws when it cannot be fetched */
  prepare(): Promise<void>;
  begin(): void;
} {
  const { storage, playback, downloads, device, known, onKept, onNotes } = options;
  let create: typeof createWriting | undefined;
  const state: NotebookState = new NotebookModel({
    createWriting: (note, existing) =>
      // Both come with `prepare`; without them there is nothing to write with.
      storage.opened &&
      create?.({
        storage: storage.opened,
        note,
        existing,
        isKept: () => device.isKept.value,
        downloads,
        loadedId: () => playback.loaded.peek()?.moduleId,
        onKept,
        onRevision: (noteId) => void state.changed([noteId]),
      }),
    async load(noteId) {
      const stored = await (await storage.open()).notes.load(noteId);
      if (!stored || stored.isDeleted) return undefined;
      return withPresentModule(known, stored);
    },
    readAgain: () =>
      void storage
        .open()
        .then(read)
        .catch(() => state.setUnread()),
    pause() {
      const wasPlaying = playback.isPlaying.peek();
      playback.pause();
      return wasPlaying;
    },
    play: () => void playback.play(),
    createId: () => crypto.randomUUID(),
    now: Date.now,
  });

  async function read(opened: AppStorage): Promise<void> {
    state.beginFill();
    const stored = await opened.notes.loadAll();
    state.fill(
      stored.map((entry) => withPresentModule(known, entry)),
      await countUnreadable(opened),
    );
    if (stored.length > 0) onNotes();
  }

  /** With those that gave up their place, or came with a backup. */
  async function countUnreadable(opened: AppStorage): Promise<number> {
    const aside = await opened.records.read(['damaged'], (tx) => tx.getKeys('damaged'));
    return opened.badRecordCount + aside.length;
  }

  /** Many are found in one turn: they are counted once. */
  function followUnreadable(opened: AppStorage): void {
    let counting: ReturnType<typeof setTimeout> | undefined;
    opened.onBadRecord(() => {
      clearTimeout(counting);
      counting = setTimeout(() => {
        void countUnreadable(opened).then(state.setUnreadable, () => undefined);
      });
    });
  }

  return {
    state,
    async prepare() {
      const [code] = await Promise.all([import('./create-writing.ts'), storage.open()]);
      create = code.createWriting;
    },
    begin() {
      void storage.whenOpened.then((opened) => {
        // What cannot be read now is still stored; the storage has told why.
        const readAgain = () => void read(opened).catch(() => state.setUnread());
        readAgain();
        opened.onKindChange(readAgain);
        followUnreadable(opened);
        followOtherTabs({ notebook: state, storage: opened });
      });
      addEventListener('pagehide', () => state.putAway());
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') state.putAway();
      });
    },
  };
}
