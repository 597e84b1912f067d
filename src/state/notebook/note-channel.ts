/** Tells the other tabs which notes changed here, and reads again what changed there. */
import type { NotebookState } from './notebook.ts';

const CHANNEL = 'luisterroute-notes';

/** Without channels between tabs, each tab sees the other's words at its next start. */
export function followOtherTabs(notebook: Pick<NotebookState, 'watch' | 'takeIn'>): void {
  if (!('BroadcastChannel' in globalThis)) return;
  const channel = new BroadcastChannel(CHANNEL);
  notebook.watch((noteIds) => channel.postMessage({ noteIds }));
  channel.addEventListener('message', ({ data }) => {
    for (const noteId of readNoteIds(data)) void notebook.takeIn(noteId).catch(() => undefined);
  });
}

/** A tab with another version of the app may send something else. */
function readNoteIds(message: unknown): string[] {
  if (typeof message !== 'object' || message === null || !('noteIds' in message)) return [];
  const { noteIds } = message;
  return Array.isArray(noteIds) ? noteIds.filter((id) => typeof id === 'string') : [];
}
