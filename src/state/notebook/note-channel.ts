/** Tells the other tabs which notes changed here, or that a choice did, and reads again what changed there. */
import type { AppStorage } from '../../storage/open-storage.ts';
import type { ChangedNotes } from './known-notes.ts';
import type { NotebookState } from './notebook.ts';

const CHANNEL = 'luisterroute-notes';

export interface FollowedNotebook {
  notebook: Pick<NotebookState, 'watch' | 'takeIn' | 'takeInOpen'>;
  storage: Pick<AppStorage, 'tellChange' | 'tellSettings' | 'onSettingSaved'>;
}

/** Without channels between tabs, each tab sees the other's words at its next start. */
export function followOtherTabs({ notebook, storage }: FollowedNotebook): void {
  if (!('BroadcastChannel' in globalThis)) return;
  const channel = new BroadcastChannel(CHANNEL);
  notebook.watch((noteIds) => channel.postMessage({ noteIds }));
  storage.onSettingSaved(() => channel.postMessage({ settings: true }));
  channel.addEventListener('message', ({ data }) => {
    // What cannot be read now is read at the next choice.
    if (data?.settings) void storage.tellSettings().catch(() => undefined);
    const noteIds = readNoteIds(data);
    if (noteIds === 'all') {
      storage.tellChange();
      void notebook.takeInOpen().catch(() => undefined);
    } else {
      for (const noteId of noteIds) void notebook.takeIn(noteId).catch(() => undefined);
    }
  });
}

/** A tab with another version of the app may send something else. */
function readNoteIds(message: unknown): ChangedNotes {
  if (typeof message !== 'object' || message === null || !('noteIds' in message)) return [];
  const { noteIds } = message;
  if (noteIds === 'all') return noteIds;
  return Array.isArray(noteIds) ? noteIds.filter((id) => typeof id === 'string') : [];
}
