/** Taking notes out: as a file, through the share sheet, or as a copy. */
import { signal } from '@preact/signals-core';
import type { NoteWithText } from '../../model/note.ts';
import type { Timestamp } from '../../model/units.ts';
import type { WorkbookEntry } from '../../model/workbook.ts';
import type { BackupWork } from './backup-work.ts';
import type { FileGiver } from './give-file.ts';

/** What can be taken out as a file. */
export type ExportKind = 'backup' | 'markdown' | 'annotations' | 'conversation' | 'damaged';

/** How far taking out is. `ready`: on a phone one more press opens the share sheet. */
export type ExportState =
  | { kind: 'none' }
  | { kind: 'busy' }
  | { kind: 'ready'; what: ExportKind; file: File }
  | { kind: 'given'; what: ExportKind; file: File }
  | { kind: 'copied' }
  | { kind: 'failed' };

export interface TakeOutDeps {
  giver: FileGiver;
  /** Inside the press, while the text is still being made. */
  copy: (text: Promise<string>) => Promise<void>;
  /** Absent where the device has no share sheet. */
  shareText: ((text: string) => Promise<void>) | undefined;
  /** The entry of one note, with its question. */
  entryOf: (note: NoteWithText) => WorkbookEntry | undefined;
  /** Remembers when the last backup was made. */
  onBackup: (at: Timestamp) => Promise<void>;
  now: () => Timestamp;
}

/** The part of the backup that takes out. @param load - Fetches the code; throws when it cannot be fetched. */
export function createTakeOut(deps: TakeOutDeps, load: () => Promise<BackupWork>) {
  const exportState = signal<ExportState>({ kind: 'none' });

  async function make(what: ExportKind): Promise<File> {
    const made = await load();
    switch (what) {
      case 'backup':
        return made.makeBackup();
      case 'markdown':
        return made.makeMarkdown();
      case 'annotations':
        return made.makeAnnotations();
      case 'conversation':
        return made.makeConversation();
      case 'damaged':
        return made.makeDamaged();
    }
  }

  async function given(what: ExportKind, file: File): Promise<void> {
    exportState.value = { kind: 'given', what, file };
    if (what === 'backup') await deps.onBackup(deps.now()).catch(() => undefined);
  }

  /** A share sheet that cannot be opened gives way to a copy. @throws when that is refused too */
  async function giveText(text: Promise<string>): Promise<'copied' | undefined> {
    try {
      if (deps.shareText) {
        await deps.shareText(await text);
        return undefined;
      }
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') return undefined;
    }
    await deps.copy(text);
    return 'copied';
  }

  return {
    exportState,
    /** Makes a file, and gives it at once where a download is the way. */
    async take(what: ExportKind): Promise<void> {
      exportState.value = { kind: 'busy' };
      try {
        const file = await make(what);
        if (deps.giver.prefersShare(file)) {
          exportState.value = { kind: 'ready', what, file };
        } else {
          deps.giver.download(file);
          await given(what, file);
        }
      } catch {
        exportState.value = { kind: 'failed' };
      }
    },
    /** Opens the share sheet, inside the press; where it cannot be opened, it becomes a download. */
    async share(): Promise<void> {
      const state = exportState.peek();
      if (state.kind !== 'ready' && state.kind !== 'given') return;
      try {
        await deps.giver.share(state.file);
      } catch (error) {
        if (error instanceof Error && error.name === 'AbortError') return;
        deps.giver.download(state.file);
      }
      await given(state.what, state.file);
    },
    /** The other way, or once more. */
    async download(): Promise<void> {
      const state = exportState.peek();
      if (state.kind !== 'ready' && state.kind !== 'given') return;
      deps.giver.download(state.file);
      await given(state.what, state.file);
    },
    async copyAll(): Promise<void> {
      try {
        await deps.copy(load().then((made) => made.allText()));
        exportState.value = { kind: 'copied' };
      } catch {
        exportState.value = { kind: 'failed' };
      }
    },
    /** @returns What became of it; absent when the person closed the share sheet, or used it. */
    async shareNote(note: NoteWithText): Promise<'copied' | 'failed' | undefined> {
      const entry = deps.entryOf(note);
      if (!entry) return 'failed';
      try {
        return await giveText(load().then((made) => made.noteText(entry)));
      } catch {
        return 'failed';
      }
    },
    forgetExport(): void {
      exportState.value = { kind: 'none' };
    },
  };
}
