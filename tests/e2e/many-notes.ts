/** Notes that a test needs to be there already; they are on the page after it was opened anew. */
import type { Page } from '@playwright/test';
import type { Anchor, NoteKind } from '../../src/model/note.ts';

/** A note as far as a test cares. */
export interface GivenNote {
  id: string;
  text: string;
  kind?: NoteKind;
  moduleId?: string;
  anchor?: Anchor;
  createdAt?: number;
}

/** Puts notes with their words in the database of the app, which must have been opened before. */
export async function addNotes(page: Page, given: readonly GivenNote[]): Promise<void> {
  const notes = given.map((one) => ({
    schema: 1,
    id: one.id,
    kind: one.kind ?? 'free',
    routeId: 'twee-werelden',
    moduleId: one.moduleId ?? 'even-niet-weten',
    anchor: one.anchor ?? {},
    createdAt: one.createdAt ?? Date.now(),
  }));
  const revisions = given.map(({ id, text }, index) => ({
    schema: 1,
    id: `${id}-1`,
    noteId: id,
    parents: [],
    text,
    createdAt: notes[index]?.createdAt,
  }));
  await page.evaluate(
    async ([envelopes, versions]) => {
      const request = indexedDB.open('luisterroute');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const transaction = database.transaction(['notes', 'revisions'], 'readwrite');
      for (const note of envelopes) transaction.objectStore('notes').put(note);
      for (const revision of versions) transaction.objectStore('revisions').put(revision);
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
      database.close();
    },
    [notes, revisions] as const,
  );
}
