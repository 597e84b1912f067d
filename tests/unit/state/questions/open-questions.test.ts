import { type Signal, signal } from '@preact/signals-core';
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
let answering: Signal<string | undefined>;

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
    answering,
    now: () => 5,
  });
}

const question = (id: string) => ({ routeId: 'r', moduleId: 'a', questionId: id, deferredAt: 5 });

beforeEach(() => {
  parts = createListeningParts();
  stored = {};
  isFailing = false;
  answering = signal(undefined);
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

const note = {
  id: 'n',
  kind: 'answer' as const,
  routeId: 'r',
  moduleId: 'a',
  anchor: { questionId: 'p' },
  createdAt: 1,
};

test('an answer takes the question off the list, and an empty one does not', () => {
  const questions = create();
  questions.defer('r', 'a', 'p');
  parts.notebook.fill([{ note, text: '', updatedAt: 1, revisions: [] }], 0);
  expect(questions.list.value).toHaveLength(1);
  parts.notebook.fill([{ note, text: 'Ja.', updatedAt: 1, revisions: [] }], 0);
  expect(questions.list.value).toEqual([]);
});

test('a spoken answer is an answer, from the first second of speaking on', () => {
  const questions = create();
  const { notebook } = parts;
  questions.defer('r', 'a', 'p');
  answering.value = 'r/a/p';
  expect(questions.list.value).toEqual([]);
  expect(notebook.answered.value.has('r/a/p')).toBe(false);
  answering.value = undefined;
  expect(questions.list.value).toHaveLength(1);
  const voice = { type: 'audio/webm', duration: 2, peaks: [], pieces: 2 };
  const spoken = { note: { ...note, voice }, text: '', updatedAt: 1, revisions: [] };
  notebook.fill([spoken], 0);
  expect(questions.list.value).toEqual([]);
  expect(notebook.answered.value.has('r/a/p')).toBe(true);
  // The field for a written answer stays free.
  expect(notebook.answers.value.size).toBe(0);
  expect(notebook.spokenAnswers.value.get('r/a/p')).toBe(spoken);
  notebook.forget(['n']);
  expect(notebook.answered.value.has('r/a/p')).toBe(false);
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
