/**
 * The heavy part of taking out and bringing back: packing, checking, merging. Its code is fetched at the
 * first press of a button that needs it.
 */
import type { NoteWithText } from '../../model/note.ts';
import type { Timestamp } from '../../model/units.ts';
import type { WorkbookEntry, WorkbookPart } from '../../model/workbook.ts';
import { annotationLines } from '../../notebook/annotations.ts';
import {
  conversationMarkdown,
  type MarkdownContext,
  markdownFiles,
  notebookMarkdown,
  noteMarkdown,
} from '../../notebook/markdown.ts';
import { type MergeSummary, mergeBackup, previewMerge } from '../../notebook/merge-backup.ts';
import { type Backup, readBackup } from '../../notebook/read-backup.ts';
import { isEmptyNotebook, readAllDamaged } from '../../notebook/read-notebook.ts';
import { writeBackup } from '../../notebook/write-backup.ts';
import { createNoteStore } from '../../storage/note-store.ts';
import type { AppStorage } from '../../storage/open-storage.ts';
import { createRecordGuard } from '../../storage/record-guard.ts';
import { createSafetyCopies } from '../../storage/safety-copies.ts';

export interface BackupWorkDeps {
  storage: AppStorage;
  /** The build. */
  version: string;
  /** The title of the route, and where the app is. */
  context: () => MarkdownContext;
  /** Puts notes in the order of the route, with all texts that can be had. */
  arrange: (notes: readonly NoteWithText[]) => Promise<WorkbookPart[]>;
  indexedDB: IDBFactory | undefined;
  createId: () => string;
  now: () => Timestamp;
}

export type BackupWork = ReturnType<typeof createBackupWork>;

export function createBackupWork(deps: BackupWorkDeps) {
  const { storage, context, now } = deps;
  const copies = createSafetyCopies({ ...deps, factory: deps.indexedDB });

  /** From what is really stored: also of a newer version of the app, that this one cannot open otherwise. */
  async function arrangeStored(): Promise<WorkbookPart[]> {
    const guard = createRecordGuard(() => undefined);
    const notes = createNoteStore(storage.exportRecords, guard, deps.createId);
    const stored = await notes.loadAll();
    if (storage.exportRecords === storage.records) return deps.arrange(stored);
    // What is written beside a newer version is in the memory of this page alone.
    const known = new Set(stored.map(({ note }) => note.id));
    const here = (await storage.notes.loadAll()).filter(({ note }) => !known.has(note.id));
    return deps.arrange([...stored, ...here]);
  }

  function named(content: Blob | string, ending: string, type: string): File {
    const day = new Date(now()).toLocaleDateString('sv-SE');
    return new File([content], `luisterroute-${day}${ending}`, { type });
  }

  async function pack(): Promise<Blob> {
    const texts = markdownFiles(await arrangeStored(), context());
    return writeBackup({ store: storage.exportRecords, version: deps.version, now: now(), texts });
  }

  return {
    copies,
    /** A backup that was read back and found right. @throws BackupError, StorageError */
    async makeBackup(): Promise<File> {
      const file = named(await pack(), '.zip', 'application/zip');
      await readBackup(file);
      return file;
    },
    async makeMarkdown(): Promise<File> {
      const text = notebookMarkdown(await arrangeStored(), context());
      return named(text, '-notities.md', 'text/markdown');
    },
    async makeAnnotations(): Promise<File> {
      const text = annotationLines(await arrangeStored(), context().appUrl);
      return named(text, '-annotaties.jsonl', 'application/jsonl');
    },
    async makeConversation(): Promise<File> {
      const text = conversationMarkdown(await deps.arrange([]), context());
      return named(text, '-gespreksblad.md', 'text/markdown');
    },
    /** What cannot be read, as it was found. */
    async makeDamaged(): Promise<File> {
      const entries = await readAllDamaged(storage.exportRecords);
      return named(JSON.stringify(entries, undefined, 2), '-onleesbaar.json', 'application/json');
    },
    allText: async (): Promise<string> => notebookMarkdown(await arrangeStored(), context()),
    noteText: (entry: WorkbookEntry): string => noteMarkdown(entry, context()),
    check: (file: Blob): Promise<Backup> => readBackup(file),
    preview: (backup: Backup): Promise<MergeSummary> => previewMerge(storage.records, backup),
    /** A copy of what is here goes first; when that cannot be made, nothing is changed. */
    async merge(backup: Backup): Promise<MergeSummary> {
      if (!(await isEmptyNotebook(storage.records))) await copies.save(await pack());
      const summary = await mergeBackup(storage.records, storage.guard, backup);
      // What fails now is done at the next start; everything came in.
      await storage.cutAbandonedDrafts().catch(() => undefined);
      return summary;
    },
  };
}
