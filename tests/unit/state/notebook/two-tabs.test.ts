import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { heads } from '../../../../src/model/note.ts';
import { joinNoteVersions } from '../../../../src/state/notebook/versions.ts';
import { moduleOf } from '../../../fixtures/learning-route.ts';
import { FakeFactory } from '../../storage/fake-browser.ts';
import { type NotebookTab, openTab } from './notebook-tabs.ts';

const question = {
  id: 'q',
  kind: 'reflect' as const,
  version: 'v',
  text: 'Wat nu?',
  on: 'module' as const,
};
const module = moduleOf('a', { questions: [question] });

let tabs: NotebookTab[];
let one: NotebookTab;
let other: NotebookTab;

beforeEach(async () => {
  tabs = [];
  const factory = new FakeFactory();
  one = await openTab(factory, tabs);
  other = await openTab(factory, tabs);
});

afterEach(() => Promise.all(tabs.map(({ storage }) => storage.close())));

const open = ({ notebook }: NotebookTab) => notebook.open('r', module, question);
const answerOf = ({ notebook }: NotebookTab) => notebook.answers.value.get('r/a/q');
const noteId = () => answerOf(one)?.note.id ?? '';
const versions = (tab: NotebookTab) =>
  heads(answerOf(tab)?.revisions ?? [])
    .map(({ text }) => text)
    .sort();

/** The first tab has an answer that the second one knows. */
async function writeFirst(text: string) {
  open(one);
  one.notebook.input('text', text);
  await one.notebook.close();
  await vi.waitFor(() => expect(answerOf(other)?.text).toBe(text));
}

/** Both tabs change the same answer. */
async function writeBoth() {
  await writeFirst('begin');
  open(one);
  open(other);
  one.notebook.input('text', 'links');
  other.notebook.input('text', 'rechts');
  one.notebook.rest();
  await vi.waitFor(() => {
    expect(versions(one)).toEqual(['links', 'rechts']);
    expect(versions(other)).toEqual(['links', 'rechts']);
  });
}

test('an answer is in the other tab as soon as it is kept', () => writeFirst('begin'));

test('a field in which nothing was typed shows what the other tab wrote', async () => {
  await writeFirst('begin');
  open(other);
  open(one);
  one.notebook.input('text', 'begin en meer');
  one.notebook.rest();
  await vi.waitFor(() => expect(other.notebook.currentValue('text')).toBe('begin en meer'));
  expect(other.notebook.writing.value?.turn.value).toBe(1);
  other.notebook.input('text', 'begin en meer, en dit');
  await other.notebook.close();
  expect(versions(other)).toEqual(['begin en meer, en dit']);
});

test('what both tabs typed is kept beside each other, and nothing changes in a field', async () => {
  await writeBoth();
  expect(one.notebook.currentValue('text')).toBe('links');
  expect(other.notebook.currentValue('text')).toBe('rechts');
});

test('joined, both tabs have the words of both and no version is left over', async () => {
  await writeBoth();
  const { bin, notebook } = one;
  const outcome = await joinNoteVersions({
    bin,
    notebook,
    noteId: noteId(),
    choice: 'all',
    now: Date.now,
  });
  expect(outcome).toBe('joined');
  await vi.waitFor(() => {
    for (const tab of tabs) {
      expect(versions(tab)).toHaveLength(1);
      for (const word of ['links', 'rechts']) {
        expect(answerOf(tab)?.text).toContain(word);
        expect(tab.notebook.currentValue('text')).toContain(word);
      }
    }
  });
  expect(answerOf(one)?.revisions).toHaveLength(4);
});

test('one version chosen: the other stays among the earlier ones', async () => {
  await writeBoth();
  const chosen = heads(answerOf(one)?.revisions ?? []).find(({ text }) => text === 'rechts');
  if (!chosen) throw new Error('there is no such version');
  const { bin, notebook } = one;
  const options = { bin, notebook, noteId: noteId(), choice: chosen, now: Date.now };
  expect(await joinNoteVersions(options)).toBe('joined');
  expect(one.notebook.currentValue('text')).toBe('rechts');
  expect(answerOf(one)?.revisions.map(({ text }) => text)).toContain('links');
  expect(versions(one)).toEqual(['rechts']);
});

test('letters that were typed meanwhile stop the joining, and are shown as a version', async () => {
  await writeBoth();
  one.notebook.input('text', 'links, en nog iets');
  const { bin, notebook } = one;
  const options = { bin, notebook, noteId: noteId(), choice: 'all' as const, now: Date.now };
  expect(await joinNoteVersions(options)).toBe('changed');
  expect(versions(one)).toEqual(['links, en nog iets', 'rechts']);
});
