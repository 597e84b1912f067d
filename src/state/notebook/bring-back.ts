/** Bringing notes back: from a file, or from a copy of before an earlier time. */
import { signal } from '@preact/signals-core';
import type { BackupProblem } from '../../notebook/backup-format.ts';
import type { MergeSummary } from '../../notebook/merge-backup.ts';
import type { Backup } from '../../notebook/read-backup.ts';
import type { SafetyCopy } from '../../storage/safety-copies.ts';
import type { BackupWork } from './backup-work.ts';
import type { FileGiver } from './give-file.ts';

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

export interface BringBackDeps {
  giver: Pick<FileGiver, 'download'>;
  /** Everything reads again. */
  onRestored: () => void;
}

/** The part of the backup that brings back. @param load - Fetches the code; throws when it cannot be fetched. */
export function createBringBack(deps: BringBackDeps, load: () => Promise<BackupWork>) {
  const restoreState = signal<RestoreState>({ kind: 'none' });
  const copies = signal<readonly SafetyCopy[]>([]);
  let areCopiesShown = false;
  let checked: Backup | undefined;
  /** Of two files that are chosen one after the other, only the last one counts. */
  let turn = 0;

  async function loadCopies(): Promise<void> {
    areCopiesShown = true;
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
    restoreState,
    /** Newest first; complete once {@link loadCopies} was called. */
    copies,
    loadCopies,
    /** Another tab brought something back: who looks at the copies sees the one of before. */
    async lookAgain(): Promise<void> {
      if (areCopiesShown) await loadCopies();
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
  };
}

/** By name: the classes are in code that may not have come. */
function problemOf(error: unknown): RestoreProblem {
  if (!(error instanceof Error) || !('code' in error)) return 'storage';
  if (error.name === 'BackupError') return error.code as BackupProblem;
  return error.code === 'quota' ? 'quota' : 'storage';
}

export type { MergeSummary };
