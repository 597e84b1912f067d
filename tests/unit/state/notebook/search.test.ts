import { signal } from '@preact/signals-core';
import { beforeEach, expect, test } from 'vitest';
import type { NoteWithText } from '../../../../src/model/note.ts';
import type { SearchReply, SearchRequest } from '../../../../src/model/search.ts';
import { episodeId } from '../../../../src/model/sound.ts';
import { createSearchIndex } from '../../../../src/notebook/search-index.ts';
import { ContentModel, type ContentState } from '../../../../src/state/content.ts';
import { SearchModel, type SearchState } from '../../../../src/state/notebook/search.ts';
import { questionDocumentId } from '../../../../src/state/notebook/search-documents.ts';
import { catalogOf, moduleOf, summaryOf } from '../../../fixtures/learning-route.ts';

function entry(id: string, text: string): NoteWithText {
  const note = { id, kind: 'free' as const, routeId: 'r', moduleId: 'a', anchor: {}, createdAt: 1 };
  return { note, text, updatedAt: 1, revisions: [] };
}

const sentence = {
  id: 's1',
  content: [{ kind: 'text' as const, text: 'De wijkagent belt.' }],
  startTime: 12,
  endTime: 14,
};

const everything = (words: string) => ({ words, filter: {}, limit: 10 });

let notes: ReturnType<typeof signal<ReadonlyMap<string, NoteWithText>>>;
let requests: SearchRequest[];
let made: number;
/** The worker takes its time with what it was handed. */
let isSlow: boolean;
let answerNow: () => void;
let fail: () => void;
let content: ContentState;
let search: SearchState;

beforeEach(() => {
  notes = signal<ReadonlyMap<string, NoteWithText>>(new Map());
  requests = [];
  made = 0;
  isSlow = false;
  const module = moduleOf('a', {
    title: 'Kennismaken',
    question: 'Wie is wie?',
    questions: [{ id: 'q', kind: 'reflect', version: 'v', text: 'Wie bel jij?', on: 'module' }],
    chapters: [
      {
        id: 'c',
        title: 'Eerst het stadhuis',
        startTime: 10,
        blocks: [
          { kind: 'paragraph', sentences: [sentence] },
          { kind: 'figure', url: '', alt: '', caption: 'Een ladder', width: 1, height: 1 },
        ],
      },
    ],
  });
  content = new ContentModel({
    base: '/',
    catalog: catalogOf([summaryOf('a')]),
    modules: [module],
  });
  search = new SearchModel({
    content,
    notes: notes as never,
    createWorker(onReply, onFailure) {
      made += 1;
      const index = createSearchIndex();
      const waiting: SearchReply[] = [];
      answerNow = () => {
        const reply = waiting.shift();
        if (reply) onReply(reply);
      };
      fail = onFailure;
      return {
        post(request) {
          // As the browser does: what is sent is a copy.
          const copy = structuredClone(request);
          requests.push(copy);
          if (copy.kind === 'put') index.put(copy.documents);
          if (copy.kind === 'remove') index.remove(copy.ids);
          if (copy.kind === 'search') {
            const { turn, words, filter, limit } = copy;
            const reply = { turn, answer: index.search(words, filter, limit) };
            if (words === '' && !isSlow) queueMicrotask(() => onReply(reply));
            else waiting.push(reply);
          }
        },
      };
    },
    breathe: async () => undefined,
  });
});

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

test('nothing is made before somebody searches, and then once', async () => {
  notes.value = new Map([['n', entry('n', 'een')]]);
  search.ask(everything('een'));
  expect(made).toBe(0);
  search.prepare();
  search.prepare();
  expect(made).toBe(1);
  expect(search.status.value).toBe('building');
  await settle();
  expect(search.status.value).toBe('ready');
});

test('notes come in portions, all of them', async () => {
  notes.value = new Map(
    Array.from({ length: 450 }, (_, at) => [`n${at}`, entry(`n${at}`, 'wijk')]),
  );
  search.prepare();
  await settle();
  const sizes = requests.flatMap((request) =>
    request.kind === 'put' ? [request.documents.length] : [],
  );
  expect(sizes).toEqual([200, 200, 50, 5]);
});

test('finds notes and texts, and knows where a text stands', async () => {
  notes.value = new Map([['n', entry('n', 'Bel de wijkagent')]]);
  search.prepare();
  await settle();
  search.ask(everything('wijkagent'));
  answerNow();
  expect(search.answer.value.notes).toEqual(['n']);
  const [found = ''] = search.answer.value.texts;
  expect(search.place(found)).toEqual({
    routeId: 'r',
    moduleId: 'a',
    text: 'De wijkagent belt.',
    time: 12,
  });
});

test.each([
  ['stadhuis', 'chapter', 'Eerst het stadhuis'],
  ['ladder', 'figure', 'Een ladder'],
])('finds %s in a %s, at the second where that begins', async (words, part, text) => {
  search.prepare();
  await settle();
  search.ask(everything(words));
  answerNow();
  const [found = ''] = search.answer.value.texts;
  expect(search.place(found)).toEqual({ routeId: 'r', moduleId: 'a', part, text, time: 10 });
});

test('what is typed while the worker is busy replaces what waits, and old answers do not show', async () => {
  notes.value = new Map([['n', entry('n', 'wijkagent')]]);
  search.prepare();
  await settle();
  requests.length = 0;
  search.ask(everything('xx'));
  search.ask(everything('wij'));
  search.ask(everything('wijk'));
  expect(requests.map((request) => request.kind === 'search' && request.words)).toEqual(['xx']);
  answerNow();
  expect(search.answer.value.notes).toEqual([]);
  expect(requests.map((request) => request.kind === 'search' && request.words)).toEqual([
    'xx',
    'wijk',
  ]);
  answerNow();
  expect(search.answer.value.notes).toEqual(['n']);
});

test('one letter asks nothing and shows nothing', async () => {
  notes.value = new Map([['n', entry('n', 'wijkagent')]]);
  search.prepare();
  await settle();
  search.ask(everything('wijk'));
  answerNow();
  expect(search.answer.value.noteCount).toBe(1);
  search.ask(everything('w'));
  expect(search.answer.value.noteCount).toBe(0);
  answerNow();
  expect(search.answer.value.noteCount).toBe(0);
});

test('a note that is written, changed or deleted is so in the answer that stands there', async () => {
  search.prepare();
  await settle();
  search.ask(everything('straat'));
  answerNow();
  expect(search.answer.value.notes).toEqual([]);
  notes.value = new Map([['n', entry('n', 'Op straat')]]);
  await settle();
  answerNow();
  expect(search.answer.value.notes).toEqual(['n']);
  notes.value = new Map();
  await settle();
  answerNow();
  expect(search.answer.value.notes).toEqual([]);
});

test('a worker that breaks is told, and another one starts anew', async () => {
  notes.value = new Map([['n', entry('n', 'wijkagent')]]);
  search.prepare();
  await settle();
  fail();
  expect(search.status.value).toBe('failed');
  search.prepare();
  await settle();
  search.ask(everything('wijk'));
  answerNow();
  expect(made).toBe(2);
  expect(search.answer.value.notes).toEqual(['n']);
});

test('is ready only when the worker has gone through everything it was handed', async () => {
  isSlow = true;
  notes.value = new Map([['n', entry('n', 'wijkagent')]]);
  search.prepare();
  await settle();
  expect(search.status.value).toBe('building');
  search.ask(everything('wijk'));
  expect(search.answered.value).toBeUndefined();
  answerNow();
  expect(search.status.value).toBe('ready');
  answerNow();
  expect(search.answered.value).toBe('wijk');
});

function placesOf(words: string, filter = {}) {
  search.ask({ words, filter, limit: 10 });
  answerNow();
  return search.answer.value.texts.map((id) => search.place(id));
}

test('finds titles and questions, with the way to them', async () => {
  search.prepare();
  await settle();
  const own = { routeId: 'r', moduleId: 'a' };
  const title = { ...own, text: 'Kennismaken', part: 'title' };
  const question = { ...own, text: 'Wie bel jij?', part: 'question', questionId: 'q' };
  expect(placesOf('kennismaken')).toEqual([title]);
  expect(placesOf('bel jij')).toEqual([question]);
  // Also by what the module asks.
  expect(placesOf('wie')).toEqual(expect.arrayContaining([title, question]));
});

test('among chosen questions nothing else is found', async () => {
  search.prepare();
  await settle();
  expect(placesOf('bel', { ids: [questionDocumentId('r', 'a', 'q')] })).toHaveLength(1);
  expect(placesOf('bel')).toHaveLength(2);
  expect(placesOf('bel', { ids: [] })).toEqual([]);
});

test('the words of an added recording are found until it is removed, also when it came later', async () => {
  search.prepare();
  await settle();
  const sound = { ...summaryOf('a'), id: episodeId('a') };
  const said = { ...sentence, content: [{ kind: 'text' as const, text: 'Zei Nora.' }] };
  const transcript = moduleOf('a#episode', {
    chapters: [{ id: 'c', title: 'C', blocks: [{ kind: 'paragraph', sentences: [said] }] }],
  });
  content.setEpisode('r', sound, transcript);
  await settle();
  expect(placesOf('nora')).toEqual([
    { routeId: 'r', moduleId: 'a', text: 'Zei Nora.', part: 'episode', time: 12 },
  ]);
  content.removeEpisode('r', sound.id);
  answerNow();
  expect(placesOf('nora')).toEqual([]);
});
