/** The trail on screen and in the storage: each line is shown and kept as soon as it begins. */
import { signal } from '@preact/signals-core';
import { byTime, JOURNAL_LENGTH, type JournalEntry } from '../../model/journal.ts';
import type { Seconds, Timestamp } from '../../model/units.ts';
import type { JournalStore } from '../../storage/journal-store.ts';
import { createModel } from '../create-model.ts';

export interface JournalDeps {
  store: JournalStore;
  now: () => Timestamp;
  createId: () => string;
}

/** A line that may still grow. */
export interface OpenLine {
  readonly id: string;
  readonly to: Seconds;
  /** Tells how far it has come; one write under way, the newest next. */
  reach(to: Seconds): void;
}

export const JournalModel = createModel((deps: JournalDeps) => {
  const entries = signal<readonly JournalEntry[]>([]);

  function show(entry: JournalEntry): void {
    const others = entries.peek().filter(({ id }) => id !== entry.id);
    entries.value = byTime([...others, entry]).slice(-JOURNAL_LENGTH);
  }

  return {
    /** Oldest first. */
    entries,
    /**
     * Reads what earlier pages wrote.
     *
     * @returns The newest line of an earlier page; `undefined` too when nothing can be read.
     */
    async load(): Promise<JournalEntry | undefined> {
      try {
        const stored = await deps.store.loadAll();
        const own = new Set(entries.peek().map(({ id }) => id));
        const earlier = stored.filter(({ id }) => !own.has(id));
        entries.value = byTime([...earlier, ...entries.peek()]).slice(-JOURNAL_LENGTH);
        return earlier.at(-1);
      } catch {
        // The lines are still stored; the storage itself has told what is wrong.
        return undefined;
      }
    },
    /** Begins a line. */
    open(line: Omit<JournalEntry, 'id' | 'at'>): OpenLine {
      let entry: JournalEntry = { ...line, id: deps.createId(), at: deps.now() };
      let isWriting = false;
      let written: JournalEntry | undefined;

      async function write(): Promise<void> {
        if (isWriting) return;
        isWriting = true;
        try {
          while (written !== entry) {
            const writing = entry;
            await deps.store.save(writing);
            written = writing;
          }
        } catch {
          // Tried again when the line grows; listening goes on without it.
        } finally {
          isWriting = false;
        }
      }

      show(entry);
      void write();
      return {
        id: entry.id,
        get to() {
          return entry.to;
        },
        reach(to) {
          if (to === entry.to) return;
          entry = { ...entry, to };
          show(entry);
          void write();
        },
      };
    },
  };
});

export type JournalState = InstanceType<typeof JournalModel>;
