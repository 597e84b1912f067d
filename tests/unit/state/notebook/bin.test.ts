/** The list of deleted notes follows what is deleted and put back in other tabs, and does not read for nothing. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BinModel, type BinState } from '../../../../src/state/notebook/bin.ts';
import { FakeFactory } from '../../storage/fake-browser.ts';
import { type NotebookTab, openTab } from './notebook-tabs.ts';

let tabs: NotebookTab[];
let here: BinState;
let there: BinState;
let readThere: ReturnType<typeof vi.fn>;
let clock = 5;

beforeEach(async () => {
  const factory = new FakeFactory();
  tabs = [];
  const [first, second] = [await openTab(factory, tabs), await openTab(factory, tabs)];
  await write('Mag weg.');
  readThere = vi.fn(second.bin.list);
  clock = 5;
  here = new BinModel({ ...first, now: () => clock });
  there = new BinModel({
    ...second,
    bin: { ...second.bin, list: readThere as never },
    now: () => clock,
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
  clock += 500;
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

test('a second tap on what slid into place deletes nothing, nor puts it back; a later one does', async () => {
  const [one, two, three] = [await write('Een.'), await write('Twee.'), await write('Drie.')];
  await Promise.all([here.remove([one]), here.remove([two])]);
  clock += 499;
  await here.remove([two]);
  clock += 499;
  await here.remove([three]);
  expect(listed(here)).toEqual(['Een.']);
  expect(here.outcome.value).toEqual({ kind: 'removed', noteIds: [one] });
  clock += 500;
  await here.remove([two]);
  await Promise.all([here.putBack([one]), here.putBack([two])]);
  expect(listed(here)).toEqual(['Twee.']);
  clock += 500;
  await here.putBack([two]);
  expect(listed(here)).toEqual([]);
});

test('what was deleted can be put back at once, and a clock that was set back hinders nothing', async () => {
  const [one, two] = [await write('Een.'), await write('Twee.')];
  await here.remove([one]);
  await here.putBack([one]);
  await here.remove([one]);
  clock -= 1;
  await here.remove([two]);
  expect(listed(here)).toHaveLength(2);
});
