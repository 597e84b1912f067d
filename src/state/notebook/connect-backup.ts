/** Joins taking out, bringing back and wiping with the storage, the texts and the device. */
import type { LearningModule } from '../../model/learning-module.ts';
import type { NoteWithText } from '../../model/note.ts';
import type { Milliseconds } from '../../model/units.ts';
import { arrangeWorkbook, type WorkbookPart } from '../../model/workbook.ts';
import { ifAllowed } from '../../storage/if-allowed.ts';
import type { ToolParts } from '../tool-parts.ts';
import { BackupModel } from './backup.ts';
import { copyComingText } from './copy-text.ts';
import { EraseModel } from './erase.ts';
import { createFileGiver } from './give-file.ts';
import { LAST_BACKUP_SETTING, type SafetyState } from './safety.ts';

/** Makes both tools. @param safety - Shows how old the last backup is. */
export function createBackupTools(parts: ToolParts, safety: SafetyState) {
  const { base, storage, content, notebook, device } = parts;
  const appUrl = new URL(base, document.baseURI).href;
  const routeOf = () => content.homeRoute.peek();

  /** The texts that are there; asks for the others, which come later. */
  function modulesNow(): LearningModule[] {
    const route = routeOf();
    return (route?.modules ?? []).flatMap(({ id }) => {
      const load = content.module(route?.id ?? '', id).peek();
      return load.kind === 'ready' ? [load.module] : [];
    });
  }

  async function fetchTexts(): Promise<void> {
    const route = routeOf();
    await Promise.all((route?.modules ?? []).map(({ id }) => content.settled(route?.id ?? '', id)));
  }

  function arrangeNow(
    notes: readonly NoteWithText[] = [...notebook.notes.peek().values()],
  ): WorkbookPart[] {
    const route = routeOf();
    return route ? arrangeWorkbook(route, modulesNow(), notes) : [];
  }

  const backup = new BackupModel({
    async loadWork() {
      const { createBackupWork } = await import('./backup-work.ts');
      return createBackupWork({
        storage,
        version: device.version(),
        context: () => ({ routeTitle: routeOf()?.title ?? '', appUrl, now: Date.now() }),
        async arrange(notes) {
          await fetchTexts();
          return arrangeNow(notes);
        },
        indexedDB: ifAllowed(() => indexedDB),
        createId: () => crypto.randomUUID(),
        now: Date.now,
      });
    },
    giver: createFileGiver(),
    copy: copyComingText,
    shareText: 'share' in navigator ? (text) => navigator.share({ text }) : undefined,
    entryOf: (note) =>
      arrangeNow([note])
        .flatMap(({ entries }) => entries)
        .find(({ notes }) => notes.length > 0),
    arrangeNow: () => arrangeNow(),
    fetchTexts,
    async onBackup(at) {
      await storage.settings.save(LAST_BACKUP_SETTING, at);
      await safety.load();
    },
    onRestored() {
      storage.tellChange();
      notebook.announce('all');
    },
    now: Date.now,
  });

  notebook.watchElsewhere((noteIds) => {
    if (noteIds === 'all') void backup.lookAgain();
  });

  const erase = new EraseModel({
    stop: parts.end,
    async loadErase() {
      const { eraseEverything } = await import('../../storage/erase-everything.ts');
      const host = {
        indexedDB: ifAllowed(() => indexedDB),
        caches: ifAllowed(() => caches),
        storages: [ifAllowed(() => localStorage), ifAllowed(() => sessionStorage)],
        cookies: document,
        path: location.pathname,
        registrations: async () => {
          const found = (await navigator.serviceWorker?.getRegistrations()) ?? [];
          return found.filter(({ scope }) => scope.startsWith(appUrl));
        },
        wait: (time: Milliseconds) => new Promise<void>((resolve) => setTimeout(resolve, time)),
      };
      return (onBlocked) => eraseEverything(host, onBlocked);
    },
    onErased: (left) => device.setErased(left),
  });

  return { backup, erase };
}
