/** Taking notes out and bringing them back, as the screens see it. The work itself is in `backup-work.ts`. */
import { signal } from '@preact/signals-core';
import type { NoteWithText } from '../../model/note.ts';
import type { Timestamp } from '../../model/units.ts';
import type { WorkbookEntry, WorkbookPart } from '../../model/workbook.ts';
import type { BackupProblem } from '../../notebook/backup-format.ts';
import type { MergeSummary } from '../../notebook/merge-backup.ts';
import type { Backup } from '../../notebook/read-backup.ts';
import type { SafetyCopy } from '../../storage/safety-copies.ts';
import { createModel } from '../create-model.ts';
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

/** Why bringing back stopped: the file is refused, or the storage is. */
export type RestoreProblem = BackupProblem | 'storage' | 'quota';

/** How far bringing back is. */
export type RestoreState =
  | { kind: 'none' }
  | { kind: 'checking' }
  | { kind: 'preview'; createdAt: Date; summary: MergeSummary }
  | { kind: 'restoring' }
  | { kind: 'done'; summary: MergeSummary }
  | { kind: 'refused'; problem: RestoreProblem };

export interface BackupDeps {
  /** Fetches the code. @throws when it cannot be fetched */
  loadWork: () => Promise<BackupWork>;
  giver: FileGiver;
  /** Inside the press, while the text is still being made. */
  copy: (text: Promise<string>) => Promise<void>;
  /** Absent where the device has no share sheet. */
  shareText: ((text: string) => Promise<void>) | undefined;
  /** The entry of one note, with its question. */
  entryOf: (note: NoteWithText) => WorkbookEntry | undefined;
  /** What is on the screen's paper: from the texts that are there. */
  arrangeNow: () => WorkbookPart[];
  /** Fetches all texts of the route. */
  fetchTexts: () => Promise<void>;
  /** Remembers when the last backup was made. */
  onBackup: (at: Timestamp) => Promise<void>;
  /** Everything reads again. */
  onRestored: () => void;
  now: () => Timestamp;
}

export const BackupModel = createModel((deps: BackupDeps) => {
  const exportState = signal<ExportState>({ kind: 'none' });
  const restoreState = signal<RestoreState>({ kind: 'none' });
  const copies = signal<readonly SafetyCopy[]>([]);
  let work: Promise<BackupWork> | undefined;
  let checked: Backup | undefined;
  /** Of two files that are chosen one after the other, only the last one counts. */
  let turn = 0;

  function load(): Promise<BackupWork> {
    work ??= deps.loadWork().catch((error: unknown) => {
      work = undefined;
      throw error;
    });
    return work;
  }

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

  async function loadCopies(): Promise<void> {
    try {
      copies.value = await (await load()).copies.list();
    } catch {
      // Without a second database there are no copies to show.
    }
  }

  async function check(file: Blob | undefined): Promise<void> {
    turn += 1;
    const own = turn;
    checked = undefined;
    restoreState.value = { kind: 'checking' };
    try {
      const made = await load();
      const backup = file && (await made.check(file));
      const summary = backup && (await made.preview(backup));
      if (own !== turn) return;
      checked = backup;
      restoreState.value =
        backup && summary
          ? { kind: 'preview', createdAt: backup.createdAt, summary }
          : { kind: 'refused', problem: 'damaged' };
    } catch (error) {
      if (own === turn) restoreState.value = { kind: 'refused', problem: problemOf(error) };
    }
  }

  return {
    exportState,
    restoreState,
    /** Newest first; complete once {@link loadCopies} was called. */
    copies,
    loadCopies,
    /** Another tab brought something back: who looks at the copies sees the one of before. */
    async lookAgain(): Promise<void> {
      if (work) await loadCopies();
    },
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
    /** Checks a file and tells what it would bring; changes nothing. */
    check,
    /** The same for a copy from before an earlier time of bringing back. */
    async checkCopy(id: string): Promise<void> {
      restoreState.value = { kind: 'checking' };
      const file = await load()
        .then((made) => made.copies.load(id))
        .catch(() => undefined);
      await check(file);
    },
    async downloadCopy({ id, createdAt }: SafetyCopy): Promise<boolean> {
      try {
        const file = await (await load()).copies.load(id);
        if (!file) return false;
        const day = new Date(createdAt).toLocaleDateString('sv-SE');
        const name = `luisterroute-veiligheidskopie-${day}.zip`;
        deps.giver.download(new File([file], name, { type: file.type }));
        return true;
      } catch {
        return false;
      }
    },
    /** Brings the checked file back. */
    async restore(): Promise<void> {
      const backup = checked;
      if (!backup) return;
      checked = undefined;
      restoreState.value = { kind: 'restoring' };
      try {
        const summary = await (await load()).merge(backup);
        deps.onRestored();
        restoreState.value = { kind: 'done', summary };
      } catch (error) {
        restoreState.value = { kind: 'refused', problem: problemOf(error) };
      }
      await loadCopies();
    },
    forgetRestore(): void {
      turn += 1;
      checked = undefined;
      restoreState.value = { kind: 'none' };
    },
    arrangeNow: deps.arrangeNow,
    fetchTexts: deps.fetchTexts,
  };
});

export type BackupState = InstanceType<typeof BackupModel>;

/** By name: the classes are in code that may not have come. */
function problemOf(error: unknown): RestoreProblem {
  if (!(error instanceof Error) || !('code' in error)) return 'storage';
  if (error.name === 'BackupError') return error.code as BackupProblem;
  return error.code === 'quota' ? 'quota' : 'storage';
}

export type { MergeSummary };
