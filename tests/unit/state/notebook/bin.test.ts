/** The list of deleted notes follows what is deleted and put back in other tabs, and does not read for nothing. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BinModel, type BinState } from '../../../../src/state/notebook/bin.ts';
import { FakeFactory } from '../../storage/fake-browser.ts';
import { type NotebookTab, openTab } from './notebook-tabs.ts';

let tabs: NotebookTab[];
let here: BinState;
let there: BinState;
let readThere: ReturnType<typeof vi.fn>;

beforeEach(async () => {
  const factory = new FakeFactory();
  tabs = [];
  const [first, second] = [await openTab(factory, tabs), await openTab(factory, tabs)];
  await write('Mag weg.');
  readThere = vi.fn(second.bin.list);
  here = new BinModel({ ...first, now: () => 5 });
  there = new BinModel({
    ...second,
    bin: { ...second.bin, list: readThere as never },
    now: () => 5,
  });
});

afterEach(async () => {
  for (const { storage } of tabs) await storage.close();
});

/** Writes a note in the first tab. @returns Its id. */
async function write(text: string): Promise<string> {
  const { notebook } = tabs[0] as NotebookTab;
  const note = notebook.newNote({ routeId: 'r', moduleId: 'a', anchor: {} });
  notebook.openNote(note);
  notebook.input('text', text);
  await notebook.close();
  return note.id;
}

const listed = (bin: BinState) => bin.deleted.value.map(({ text }) => text);

test('a list that is looked at follows the other tab, both ways', async () => {
  const id = await write('Ook weg.');
  await there.load();
  await here.remove([id]);
  await expect.poll(() => listed(there)).toEqual(['Ook weg.']);
  await here.putBack([id]);
  await expect.poll(() => listed(there)).toEqual([]);
});

test('after a backup was brought back it is read again, wherever that was', async () => {
  await there.load();
  readThere.mockClear();
  tabs[0]?.notebook.announce('all');
  await expect.poll(() => readThere.mock.calls.length).toBe(1);
  tabs[1]?.notebook.announce('all');
  await expect.poll(() => readThere.mock.calls.length).toBe(2);
});

test('nobody looks at it, or only words were written: nothing is read', async () => {
  const id = await write('Gewoon.');
  await here.remove([id]);
  await expect.poll(() => tabs[1]?.notebook.notes.value.has(id)).toBe(false);
  expect(readThere).not.toHaveBeenCalled();
  await there.load();
  readThere.mockClear();
  const other = await write('Nog een.');
  await expect.poll(() => tabs[1]?.notebook.notes.value.has(other)).toBe(true);
  expect(readThere).not.toHaveBeenCalled();
});

test('what another tab put back or deleted is not told any more, here', async () => {
  const [one, two] = [await write('Een.'), await write('Twee.')];
  await here.remove([one, two]);
  expect(here.outcome.value).toEqual({ kind: 'removed', noteIds: [one, two] });
  await there.putBack([one]);
  await expect.poll(() => here.outcome.value).toEqual({ kind: 'removed', noteIds: [two] });
  expect(listed(here)).toEqual(['Twee.']);
  await there.putBack([two]);
  await expect.poll(() => here.outcome.value).toBeUndefined();
  await here.remove([one]);
  await here.putBack([one]);
  expect(here.outcome.value).toEqual({ kind: 'put-back', noteIds: [one] });
  await there.remove([one]);
  await expect.poll(() => here.outcome.value).toBeUndefined();
});

test('what a restore brought back is not told as deleted, nor listed', async () => {
  const id = await write('Terug.');
  await here.load();
  await here.remove([id]);
  const { notebook, bin } = tabs[0] as NotebookTab;
  await bin.putBack([id]);
  await notebook.refresh(id);
  expect(here.outcome.value).toBeUndefined();
  expect(listed(here)).toEqual([]);
});
