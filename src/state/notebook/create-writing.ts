/** Makes what is needed to write a note; its code comes with the first page that has something to write. */
import { type Note, type NoteWithText, newestHead } from '../../model/note.ts';
import { dayOf } from '../../model/plain-date.ts';
import type { Timestamp } from '../../model/units.ts';
import { createDraftWriter } from '../../storage/draft-writer.ts';
import type { AppStorage } from '../../storage/open-storage.ts';
import type { DownloadsState } from '../offline/downloads.ts';
import { makeRoom } from '../offline/make-room.ts';
import { saveFile } from './save-file.ts';
import { WritingModel, type WritingState } from './writing.ts';

export interface CreateWritingOptions {
  storage: AppStorage;
  note: Note;
  existing: NoteWithText | undefined;
  isKept: () => boolean;
  downloads: DownloadsState;
  /** The module whose sound gives way last. */
  loadedId: () => string | undefined;
  /** Called when words are on the device. */
  onKept: () => void;
  onRevision: (noteId: string) => void;
}

/** Starts writing; nothing is stored before the first letter. */
export function createWriting(options: CreateWritingOptions): WritingState {
  const { storage, note, downloads, onKept } = options;
  const writing: WritingState = new WritingModel({
    note,
    existing: options.existing,
    createWriter: (existing, onState) =>
      createDraftWriter({
        notes: storage.notes,
        note,
        tabId: storage.tabId,
        // The newest version only: a version of another tab stays beside it until the person joins them.
        parents: parentsOf(existing),
        tail: storage.tail,
        now: Date.now,
        async makeRoom() {
          const moduleId = await makeRoom(downloads, options.loadedId(), writing.gaveWay.peek());
          if (moduleId !== undefined) writing.setGaveWay(moduleId);
          return moduleId !== undefined;
        },
        onState(state) {
          onState(state);
          if (state === 'saved') onKept();
        },
      }),
    isKept: options.isKept,
    copy: (text) => navigator.clipboard.writeText(text),
    saveFile: (text) => saveFile(fileName(Date.now()), 'text/plain', `${text}\n`),
    now: Date.now,
    onRevision: options.onRevision,
  });
  return writing;
}

function fileName(now: Timestamp): string {
  return `luisterroute-notitie-${dayOf(now)}.txt`;
}

function parentsOf(existing: NoteWithText | undefined): string[] {
  const head = newestHead(existing?.revisions ?? []);
  return head ? [head.id] : [];
}
