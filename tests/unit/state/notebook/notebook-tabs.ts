/** Tabs of one browser with their notebooks, on one stored database, for tests of what they do to each other. */

import { createWriting } from '../../../../src/state/notebook/create-writing.ts';
import { NotebookModel, type NotebookState } from '../../../../src/state/notebook/notebook.ts';
import { DownloadsModel } from '../../../../src/state/offline/downloads.ts';
import { createNoteBin, type NoteBin } from '../../../../src/storage/note-bin.ts';
import { type AppStorage, openStorage } from '../../../../src/storage/open-storage.ts';
import type { FakeFactory } from '../../storage/fake-browser.ts';

export interface NotebookTab {
  storage: AppStorage;
  notebook: NotebookState;
  bin: NoteBin;
}

/** Opens a tab; those in `others` hear of its changes, and it hears of theirs. */
export async function openTab(factory: FakeFactory, others: NotebookTab[] = []) {
  const storage = await openStorage({
    indexedDB: factory.asFactory(),
    localStorage: undefined,
    locks: undefined,
  });
  const notebook: NotebookState = new NotebookModel({
    createWriting: (note, existing) =>
      createWriting({
        storage,
        note,
        existing,
        isKept: () => true,
        downloads: new DownloadsModel(),
        loadedId: () => undefined,
        onKept: () => undefined,
        onRevision: (noteId) => void notebook.changed([noteId]),
      }),
    async load(noteId) {
      const stored = await storage.notes.load(noteId);
      return stored?.isDeleted ? undefined : stored;
    },
    pause: () => false,
    play: () => undefined,
    createId: () => crypto.randomUUID(),
    now: Date.now,
  });
  notebook.fill(await storage.notes.loadAll(), 0);
  const tab: NotebookTab = {
    storage,
    notebook,
    bin: createNoteBin(storage.records, storage.guard, () => crypto.randomUUID()),
  };
  for (const other of others) {
    tell(notebook, other.notebook);
    tell(other.notebook, notebook);
  }
  others.push(tab);
  return tab;
}

function tell(from: NotebookState, to: NotebookState): void {
  from.watch((noteIds) => {
    if (noteIds === 'all') void to.takeInOpen();
    else for (const noteId of noteIds) void to.takeIn(noteId);
  });
}
