import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WritingModel } from '../../../../src/state/notebook/writing.ts';
import { StorageError } from '../../../../src/storage/storage-error.ts';
import { moduleOf } from '../../../fixtures/learning-route.ts';
import { FakeFactory } from '../../storage/fake-browser.ts';
import { type NotebookTab, openTab } from './notebook-tabs.ts';

const reflect = {
  id: 'q',
  kind: 'reflect' as const,
  version: 'v',
  text: 'Wat nu?',
  on: 'module' as const,
};
const plan = { ...reflect, id: 'p', kind: 'plan' as const };
const module = moduleOf('a', { questions: [reflect, plan] });

let tab: NotebookTab;

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 25, 9), toFake: ['Date'] });
  tab = await openTab(new FakeFactory());
});

afterEach(async () => {
  await tab.storage.close();
  vi.useRealTimers();
});

async function answer(text: string) {
  tab.notebook.open('r', module, reflect);
  tab.notebook.input('text', text);
  await tab.notebook.close();
}

test('begun anew and left empty, the answer is what it was', async () => {
  await answer('Eerst.');
  tab.notebook.open('r', module, reflect);
  await tab.notebook.writing.value?.startAnew();
  expect(tab.notebook.currentValue('text')).toBe('');
  await tab.notebook.close();
  expect(tab.notebook.answers.value.get('r/a/q')?.text).toBe('Eerst.');
});

test('begun anew, the earlier answer is a version that the new one descends from', async () => {
  await answer('Eerst.');
  vi.setSystemTime(Date.now() + 1000);
  tab.notebook.open('r', module, reflect);
  await tab.notebook.writing.value?.startAnew();
  tab.notebook.input('text', 'Later.');
  await tab.notebook.close();
  const stored = tab.notebook.answers.value.get('r/a/q');
  expect(stored?.revisions.map(({ text }) => text)).toEqual(['Eerst.', 'Later.']);
  expect(stored?.revisions[1]?.parents).toEqual([stored?.revisions[0]?.id]);
});

test('beginning anew is offered beside an earlier answer, not while the first one is written', async () => {
  tab.notebook.open('r', module, reflect);
  const first = tab.notebook.writing.value;
  tab.notebook.input('text', 'Nog bezig');
  await first?.cut();
  expect(first?.canStartAnew.value).toBe(false);
  await tab.notebook.close();

  tab.notebook.open('r', module, reflect);
  const again = tab.notebook.writing.value;
  expect(again?.canStartAnew.value).toBe(true);
  tab.notebook.input('text', 'Nog bezig, en verder');
  expect(again?.canStartAnew.value).toBe(true);
  await again?.startAnew();
  tab.notebook.input('text', 'Iets anders');
  expect(again?.canStartAnew.value).toBe(false);
  await tab.notebook.close();
});

test('a plan gets its return a week from now, and other words are not read back yet', async () => {
  tab.notebook.open('r', module, plan);
  tab.notebook.input('als', 'het regent');
  tab.notebook.input('dan', 'bel ik');
  tab.notebook.writing.value?.setPlan((now) => ({ ...now, readBackOn: '2026-11-25' }));
  expect(tab.notebook.writing.value?.plan.value.readBackOn).toBe('2026-11-25');
  tab.notebook.input('dan', 'bel ik niet');
  await tab.notebook.close();
  expect(tab.notebook.answers.value.get('r/a/p')).toMatchObject({
    text: 'Als het regent\ndan bel ik niet',
    fields: { als: 'het regent', dan: 'bel ik niet', returnOn: '2026-12-02' },
  });
});

test('a note is stored at the first letter, and not before', async () => {
  const note = tab.notebook.newNote({ routeId: 'r', moduleId: 'a', anchor: { time: 3 } });
  tab.notebook.openNote(note);
  await tab.notebook.close();
  expect(await tab.storage.notes.loadAll()).toEqual([]);
  tab.notebook.openNote(note);
  tab.notebook.input('text', 'iets');
  await tab.notebook.close();
  expect(tab.notebook.notes.value.get(note.id)).toMatchObject({ text: 'iets', note });
});

test('an older answer that was put back does not take the place of the later one', async () => {
  await answer('Oud.');
  const old = tab.notebook.answers.value.get('r/a/q')?.note.id ?? '';
  await tab.bin.remove([old], Date.now());
  tab.notebook.forget([old]);
  vi.setSystemTime(Date.now() + 1000);
  await answer('Nieuw.');
  await tab.bin.putBack([old]);
  tab.notebook.beginFill();
  tab.notebook.fill(await tab.storage.notes.loadAll(), 0);
  expect(tab.notebook.notes.value.size).toBe(2);
  expect(tab.notebook.answers.value.get('r/a/q')?.text).toBe('Nieuw.');
});

test('a copy or a file that the browser refuses is told, and another letter asks for another one', async () => {
  let isAllowed = false;
  const copied: string[] = [];
  const files: string[] = [];
  const writing = new WritingModel({
    note: tab.notebook.newNote({
      routeId: 'r',
      moduleId: 'a',
      anchor: { sentence: 'Wat nu?' },
    }),
    existing: undefined,
    createWriter: () => ({
      input: () => undefined,
      cut: async () => undefined,
      flushTail: () => undefined,
      dispose: () => undefined,
    }),
    isKept: () => true,
    async copy(text) {
      if (!isAllowed) throw new DOMException('no', 'NotAllowedError');
      copied.push(text);
    },
    async saveFile(text) {
      if (!isAllowed) throw new DOMException('no', 'NotAllowedError');
      files.push(text);
    },
    now: Date.now,
    onRevision: () => undefined,
  });
  writing.input('text', 'Blijf');
  await writing.copyText();
  expect(writing.takeResult.value).toBe('copy-failed');
  await writing.saveText();
  expect(writing.takeResult.value).toBe('save-failed');
  isAllowed = true;
  await writing.copyText();
  expect(writing.takeResult.value).toBe('copied');
  expect(copied).toEqual(['Blijf']);
  await writing.saveText();
  expect(writing.takeResult.value).toBe('saved');
  expect(files).toEqual(['Wat nu?\n\nBlijf']);
  writing.input('text', 'Blijf staan');
  expect(writing.takeResult.value).toBeUndefined();
});

test('words that a full device does not take keep the page busy until they are stored', async () => {
  const { notes } = tab.storage;
  const { saveDraft } = notes;
  notes.saveDraft = () => Promise.reject(new StorageError('quota', 'full'));
  tab.notebook.open('r', module, reflect);
  tab.notebook.input('text', 'Vol.');
  await expect.poll(() => tab.notebook.writing.value?.saveState.value).toBe('full');
  expect(tab.notebook.isUnsaved.value).toBe(true);
  notes.saveDraft = saveDraft;
  await tab.notebook.close();
  expect(tab.notebook.isUnsaved.value).toBe(false);
  expect(tab.notebook.answers.value.get('r/a/q')?.text).toBe('Vol.');
});

test('what is written or deleted while all notes are read is not undone by what was read', async () => {
  const written = tab.notebook.newNote({ routeId: 'r', moduleId: 'a', anchor: {} });
  const gone = tab.notebook.newNote({ routeId: 'r', moduleId: 'a', anchor: {} });
  const entry = (note: typeof gone, text: string) => ({ note, text, updatedAt: 1, revisions: [] });
  tab.notebook.put(entry(gone, 'Weg.'));
  tab.notebook.beginFill();
  tab.notebook.put(entry(written, 'Nieuw.'));
  tab.notebook.forget([gone.id]);
  tab.notebook.fill([entry(written, 'Oud.'), entry(gone, 'Weg.')], 0);
  expect([...tab.notebook.notes.value.values()].map(({ text }) => text)).toEqual(['Nieuw.']);
  tab.notebook.beginFill();
  tab.notebook.fill([entry(written, 'Van elders.')], 0);
  expect(tab.notebook.notes.value.get(written.id)?.text).toBe('Van elders.');
});
