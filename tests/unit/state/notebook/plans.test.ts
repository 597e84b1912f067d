import { signal } from '@preact/signals-core';
import { beforeEach, expect, test } from 'vitest';
import type { NoteFields, NoteWithText } from '../../../../src/model/note.ts';
import { PlansModel } from '../../../../src/state/notebook/plans.ts';

let clock: number;
let screens: { fetched: number; isFailing: boolean };
let files: { name: string; type: string; content: string }[];
let isRefused: boolean;

beforeEach(() => {
  clock = new Date(2026, 10, 25, 9).getTime();
  screens = { fetched: 0, isFailing: false };
  files = [];
  isRefused = false;
});

function planOf(id: string, fields: NoteFields): NoteWithText {
  const note = {
    id,
    kind: 'plan' as const,
    routeId: 'r',
    moduleId: 'm',
    anchor: {},
    createdAt: 1,
  };
  const words = { als: 'het regent', dan: 'bel ik' };
  return { note, text: '', fields: { ...words, ...fields }, updatedAt: 1, revisions: [] };
}

function create(...notes: NoteWithText[]) {
  const all = signal<ReadonlyMap<string, NoteWithText>>(
    new Map(notes.map((entry) => [entry.note.id, entry])),
  );
  const plans = new PlansModel({
    notebook: { notes: all },
    async fetchScreens() {
      screens.fetched += 1;
      if (screens.isFailing) throw new Error('offline');
    },
    async saveFile(name, type, content) {
      if (isRefused) throw new Error('refused');
      files.push({ name, type, content });
    },
    appUrl: 'https://luisterroute.example/',
    now: () => clock,
  });
  return { all, plans, ids: () => plans.due.value.map(({ note }) => note.id) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('a plan comes on its day, once the code that shows it is there', async () => {
  const { ids } = create(
    planOf('today', { returnOn: '2026-11-25' }),
    planOf('later', { returnOn: '2026-11-26' }),
    planOf('none', {}),
  );
  expect(ids()).toEqual([]);
  await settled();
  expect(ids()).toEqual(['today']);
  expect(screens.fetched).toBe(1);
});

test('while no plan is due, no code is fetched', async () => {
  create(planOf('later', { returnOn: '2026-11-26' }));
  await settled();
  expect(screens.fetched).toBe(0);
});

test('a page that stays open overnight sees the new day', async () => {
  const { plans, ids } = create(planOf('later', { returnOn: '2026-11-26' }));
  clock += 24 * 60 * 60 * 1000;
  expect(ids()).toEqual([]);
  plans.lookAgain();
  await settled();
  expect(ids()).toEqual(['later']);
});

test('while it is looked back on it stays, until the person is done', async () => {
  const { all, plans, ids } = create(planOf('a', { returnOn: '2026-11-25' }));
  await settled();
  plans.hold('a');
  const said = { returnOn: '2026-11-25', outcome1: 'deels', lookedBackOn1: '2026-11-25' };
  all.value = new Map([['a', planOf('a', said)]]);
  expect(ids()).toEqual(['a']);
  plans.putOff('a');
  expect(ids()).toEqual([]);
});

test('without a connection it waits, and the page goes on', async () => {
  screens.isFailing = true;
  const { ids } = create(planOf('a', { returnOn: '2026-11-25' }));
  await settled();
  expect(ids()).toEqual([]);
});

test('the day goes to the calendar as a file about this plan', async () => {
  const { plans } = create();
  const words = { fileName: 'dag.ics', title: 'Terugkijken', description: 'Kijk terug' };
  await plans.saveDay('note-7', '2026-12-02', words);
  expect(plans.calendar.value).toBe('saved');
  expect(files).toHaveLength(1);
  expect(files[0]).toMatchObject({ name: 'dag.ics', type: 'text/calendar' });
  expect(files[0]?.content).toContain('UID:note-7@luisterroute\r\n');
  expect(files[0]?.content).toContain('DTSTART;VALUE=DATE:20261202\r\n');
  isRefused = true;
  await plans.saveDay('note-7', '2026-12-02', words);
  expect(plans.calendar.value).toBe('failed');
});
