/** What must hold for any notebook: nothing is lost on the way, and neither order nor repetition matters. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Draft, Note, Revision } from '../../../src/model/note.ts';
import type { Progress } from '../../../src/model/progress.ts';
import { mergeBackup } from '../../../src/notebook/merge-backup.ts';
import { readBackup } from '../../../src/notebook/read-backup.ts';
import {
  backupOf,
  contentOf,
  deviceWith,
  type NotebookData,
} from '../../fixtures/notebook-data.ts';

const moment = fc.integer({ min: 1, max: 50 });
const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const noteId = fc.constantFrom('n1', 'n2', 'n3');

const ENVELOPE = {
  kind: 'answer',
  routeId: 'r',
  moduleId: 'a',
  anchor: {},
  createdAt: 1,
} as const;

/** The same id means the same envelope on every device, but for what can change. */
const note = fc
  .record({
    id: noteId,
    isDeleted: fc.boolean(),
    at: moment,
    known: fc.option(fc.subarray(['n1-0', 'n1-3', 'n2-5', 't1 2']), { nil: undefined }),
  })
  .map(
    ({ id, isDeleted, at, known }): Note => ({
      id,
      kind: 'answer',
      routeId: 'r',
      moduleId: 'a',
      anchor: { questionId: id },
      createdAt: 1,
      ...(isDeleted ? { deletedAt: at, ...(known ? { deletedWith: known } : {}) } : {}),
    }),
  );

/** A version is what its id says: on every device the same. */
const revision = fc.record({ noteId, number: fc.integer({ min: 0, max: 5 }) }).map(
  ({ noteId, number }): Revision => ({
    id: `${noteId}-${number}`,
    noteId,
    parents: number === 0 ? [] : [`${noteId}-${number - 1}`],
    text: `versie ${number} <i>\u0000`,
    createdAt: number,
    ...(number % 2 === 0 ? { origin: { tabId: `t${number}`, sequence: 2 } } : {}),
  }),
);

const draft = fc
  .record({ noteId, tab: fc.integer({ min: 0, max: 5 }), sequence: fc.integer({ min: 1, max: 4 }) })
  .map(
    ({ noteId, tab, sequence }): Draft => ({
      noteId,
      tabId: `t${tab}`,
      text: `getypt ${sequence}`,
      parents: [],
      sequence,
      updatedAt: sequence,
    }),
  );

const progress = fc
  .record({
    module: fc.constantFrom('a', 'b'),
    start: fc.integer({ min: 0, max: 50 }),
    length: fc.integer({ min: 1, max: 9 }),
    updatedAt: moment,
    startedOverAt: fc.constantFrom(undefined, 10, 20),
    completedAt: fc.option(moment, { nil: undefined }),
  })
  .map(
    ({ module, start, length, updatedAt, startedOverAt, completedAt }): Progress => ({
      key: `r/${module}`,
      position: start,
      duration: 60,
      heard: [{ startTime: start, endTime: start + length }],
      updatedAt,
      ...(startedOverAt === undefined ? {} : { startedOverAt }),
      ...(completedAt === undefined ? {} : { completed: { at: completedAt, how: 'heard' } }),
    }),
  );

const list = fc.array(fc.constantFrom('a', 'b', 1, null), { maxLength: 3 });

const setting = fc
  .record({
    key: fc.constantFrom('backStep', 'deferredQuestions'),
    value: fc.oneof(fc.jsonValue(), list),
    savedAt: fc.option(moment, { nil: undefined }),
  })
  .map(({ savedAt, ...rest }) => (savedAt === undefined ? rest : { ...rest, savedAt }));

const journal = fc
  .record({ number: fc.integer({ min: 0, max: 300 }), to: moment })
  .map(({ number, to }) => ({
    id: `j${number}`,
    kind: 'jump' as const,
    audioKey: 'r/a',
    from: 0,
    to,
    at: number,
  }));

const voice = fc
  .record({ noteId, index: fc.integer({ min: 0, max: 3 }) })
  .map(({ noteId, index }) => ({
    noteId,
    index,
    bytes: new Uint8Array(index + 1).fill(index).buffer,
  }));

function listOf<T>(item: fc.Arbitrary<T>, key: (value: T) => string, maxLength = 6) {
  return fc.uniqueArray(item, { selector: key, maxLength });
}

const notebook: fc.Arbitrary<NotebookData> = fc.record({
  notes: listOf(note, ({ id }) => id),
  revisions: listOf(revision, ({ id }) => id),
  drafts: listOf(draft, ({ noteId, tabId }) => `${noteId} ${tabId}`),
  progress: listOf(progress, ({ key }) => key),
  settings: listOf(setting, ({ key }) => key),
  journal: listOf(journal, ({ id }) => id, 30),
  voice: listOf(voice, ({ noteId, index }) => `${noteId} ${index}`),
});

/** Never empty, so that it can be made a backup of. */
const filled = notebook.map((data) => ({
  ...data,
  notes: data.notes ?? [],
  settings: [...(data.settings ?? []), { key: 'vast', value: true, savedAt: 1 }],
}));

const RUNS = { numRuns: 25 };
const LIMIT_MS = 30_000;

async function fileOf(data: NotebookData): Promise<Blob> {
  return backupOf((await deviceWith(data)).store);
}

async function restored(here: NotebookData, files: readonly Blob[]): Promise<unknown> {
  const { store, guard } = await deviceWith(here);
  for (const file of files) await mergeBackup(store, guard, await readBackup(file));
  return contentOf(store);
}

test(
  'export, wipe, bring back: everything is as it was',
  async () => {
    await fc.assert(
      fc.asyncProperty(filled, words, async (data, text) => {
        const whole: NotebookData = {
          ...data,
          // Words without an envelope get one.
          notes: ['n1', 'n2', 'n3'].map(
            (id) => data.notes?.find((one) => one.id === id) ?? { ...ENVELOPE, id },
          ),
          // A draft that was made a version of has done its work; a notebook has none of those.
          drafts: (data.drafts ?? []).filter(
            ({ noteId, tabId }) =>
              !data.revisions?.some(
                ({ noteId: id, origin }) => id === noteId && origin?.tabId === tabId,
              ),
          ),
          revisions: [
            ...(data.revisions ?? []),
            { id: 'w', noteId: 'n1', parents: [], text, createdAt: 99 },
          ],
        };
        const { store } = await deviceWith(whole);
        const before = await contentOf(store);
        expect(await restored({}, [await backupOf(store)])).toEqual(before);
      }),
      RUNS,
    );
  },
  LIMIT_MS,
);

test(
  'twice is once',
  async () => {
    await fc.assert(
      fc.asyncProperty(filled, filled, async (here, there) => {
        const file = await fileOf(there);
        expect(await restored(here, [file, file])).toEqual(await restored(here, [file]));
      }),
      RUNS,
    );
  },
  LIMIT_MS,
);

test(
  'the order does not matter',
  async () => {
    await fc.assert(
      fc.asyncProperty(filled, filled, filled, async (here, one, other) => {
        const [a, b] = [await fileOf(one), await fileOf(other)];
        expect(await restored(here, [a, b])).toEqual(await restored(here, [b, a]));
      }),
      RUNS,
    );
  },
  LIMIT_MS,
);

test(
  'no words that are there are gone afterwards',
  async () => {
    await fc.assert(
      fc.asyncProperty(filled, filled, async (here, there) => {
        const { store, guard } = await deviceWith(here);
        await mergeBackup(store, guard, await readBackup(await fileOf(there)));
        const after = await store.read(['revisions', 'notes', 'progress'], async (tx) => ({
          revisions: await guard.getAll(tx, 'revisions'),
          notes: await guard.getAll(tx, 'notes'),
        }));
        for (const version of here.revisions ?? []) expect(after.revisions).toContainEqual(version);
        for (const { id, deletedAt } of here.notes ?? []) {
          const kept = after.notes.find((entry) => entry.id === id);
          expect(kept).toBeDefined();
          if (deletedAt === undefined) expect(kept?.deletedAt).toBeUndefined();
        }
      }),
      RUNS,
    );
  },
  LIMIT_MS,
);
