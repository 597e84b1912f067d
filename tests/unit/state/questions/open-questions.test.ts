import { beforeEach, expect, test } from 'vitest';
import {
  DEFERRED_SETTING,
  OpenQuestionsModel,
} from '../../../../src/state/questions/open-questions.ts';
import {
  createListeningParts,
  type ListeningParts,
  settled,
} from '../../../fixtures/listening-parts.ts';

let parts: ListeningParts;
let stored: Record<string, unknown>;
let isFailing: boolean;

function create() {
  return new OpenQuestionsModel({
    settings: {
      async load() {
        if (isFailing) throw new Error('gone');
        return { ...stored };
      },
      async save(key, value) {
        stored[key] = value;
      },
    },
    notebook: parts.notebook,
    now: () => 5,
  });
}

const question = (id: string) => ({ routeId: 'r', moduleId: 'a', questionId: id, deferredAt: 5 });

beforeEach(() => {
  parts = createListeningParts();
  stored = {};
  isFailing = false;
});

test('the list survives the page', async () => {
  const before = create();
  before.defer('r', 'a', 'p');
  before.defer('r', 'a', 'q');
  await settled();
  expect(stored[DEFERRED_SETTING]).toEqual([question('p'), question('q')]);
  const after = create();
  await after.load();
  expect(after.list.value).toEqual([question('p'), question('q')]);
});

test('two tabs do not lose each other’s questions', async () => {
  const one = create();
  const other = create();
  one.defer('r', 'a', 'p');
  await settled();
  other.defer('r', 'a', 'q');
  await settled();
  expect(stored[DEFERRED_SETTING]).toEqual([question('p'), question('q')]);
});

test('a question that was deferred while the list was read stays on it', async () => {
  stored[DEFERRED_SETTING] = [question('p')];
  const questions = create();
  const loading = questions.load();
  questions.defer('r', 'a', 'q');
  await loading;
  expect(questions.list.value.map(({ questionId }) => questionId)).toEqual(['p', 'q']);
});

test('an answer takes the question off the list, and an empty one does not', () => {
  const questions = create();
  questions.defer('r', 'a', 'p');
  const note = {
    id: 'n',
    kind: 'answer' as const,
    routeId: 'r',
    moduleId: 'a',
    anchor: { questionId: 'p' },
    createdAt: 1,
  };
  parts.notebook.fill([{ note, text: '', updatedAt: 1, revisions: [] }], 0);
  expect(questions.list.value).toHaveLength(1);
  parts.notebook.fill([{ note, text: 'Ja.', updatedAt: 1, revisions: [] }], 0);
  expect(questions.list.value).toEqual([]);
});

test('where nothing is kept it works for this page', async () => {
  isFailing = true;
  const questions = create();
  await questions.load();
  questions.defer('r', 'a', 'p');
  await settled();
  expect(questions.list.value).toEqual([question('p')]);
  expect(stored).toEqual({});
});
