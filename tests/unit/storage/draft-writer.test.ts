import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Draft, Note, Revision } from '../../../src/model/note.ts';
import { createDraftWriter, type WriteState } from '../../../src/storage/draft-writer.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { StorageError } from '../../../src/storage/storage-error.ts';
import { createTail, findTails } from '../../../src/storage/tail.ts';
import { FakeFactory, FakeLocalStorage } from './fake-browser.ts';

const note: Note = {
  id: 'note-1',
  kind: 'answer',
  routeId: 'route',
  moduleId: 'module',
  anchor: { questionId: 'vraag' },
  createdAt: 500,
};

/** A note store of which each write takes as long as the test wants, and can fail. */
class SlowNotes {
  created = 0;
  readonly saved: Draft[] = [];
  readonly cuts: string[] = [];
  underWay = 0;
  mostUnderWay = 0;
  failing = false;
  latencyMs = 10;

  async create(): Promise<void> {
    await this.#wait();
    this.created += 1;
  }

  async saveDraft(draft: Draft): Promise<void> {
    await this.#wait();
    this.saved.push(draft);
  }

  async cutRevision(noteId: string): Promise<Revision | undefined> {
    await this.#wait();
    const last = this.saved.at(-1);
    if (!last) return undefined;
    const id = `revision-${this.cuts.length + 1}`;
    this.cuts.push(last.text);
    return { id, noteId, parents: last.parents, text: last.text, createdAt: last.updatedAt };
  }

  async #wait(): Promise<void> {
    this.underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
    await new Promise((resolve) => setTimeout(resolve, this.latencyMs));
    this.underWay -= 1;
    if (this.failing) throw new StorageError('unavailable', 'gone');
  }
}

function setUp(parents: string[] = []) {
  const notes = new SlowNotes();
  const localStorage = new FakeLocalStorage();
  const states: WriteState[] = [];
  const writer = createDraftWriter({
    notes,
    note,
    tabId: 'tab',
    parents,
    tail: createTail(localStorage, 'tab'),
    now: Date.now,
    onState: (state) => states.push(state),
  });
  return { notes, localStorage, states, writer };
}

describe('with a slow storage', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 10_000 });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  test('nothing is stored before the first input', async () => {
    const { notes, writer, states } = setUp();
    await vi.advanceTimersByTimeAsync(1000);
    expect(notes.created).toBe(0);
    expect(states).toEqual([]);
    expect(writer.isSaved).toBe(true);
  });

  test('an input starts its write at once, without a pause in typing', () => {
    const { notes, writer } = setUp();
    writer.input('I');
    expect(notes.underWay).toBe(1);
    expect(writer.isSaved).toBe(false);
  });

  test('one write at a time, and the newest words next: those in between are skipped', async () => {
    const { notes, writer, states } = setUp();
    writer.input('I');
    await vi.advanceTimersByTimeAsync(15);
    writer.input('Ik');
    writer.input('Ik ');
    writer.input('Ik w');
    await vi.advanceTimersByTimeAsync(100);
    expect(notes.created).toBe(1);
    expect(notes.saved.map(({ text }) => text)).toEqual(['I', 'Ik w']);
    expect(notes.mostUnderWay).toBe(1);
    expect(states).toEqual(['saved']);
  });

  test('the numbers of the drafts rise', async () => {
    const { notes, writer } = setUp();
    for (const text of ['a', 'ab', 'abc']) {
      writer.input(text);
      await vi.advanceTimersByTimeAsync(30);
    }
    const sequences = notes.saved.map(({ sequence }) => sequence);
    expect(sequences).toHaveLength(3);
    expect(sequences.toSorted((a, b) => a - b)).toEqual(sequences);
    expect(new Set(sequences).size).toBe(3);
  });

  test('"saved" is not said before the newest words are in', async () => {
    const { notes, writer, states } = setUp();
    notes.latencyMs = 60;
    writer.input('a');
    await vi.advanceTimersByTimeAsync(100);
    writer.input('ab');
    await vi.advanceTimersByTimeAsync(25);
    expect(notes.saved.map(({ text }) => text)).toEqual(['a']);
    expect(states).toEqual([]);
    await vi.advanceTimersByTimeAsync(60);
    expect(states).toEqual(['saved']);
  });

  test('words that wait for more than 250 ms are "unsaved"', async () => {
    const { notes, writer, states } = setUp();
    notes.latencyMs = 400;
    writer.input('a');
    await vi.advanceTimersByTimeAsync(249);
    expect(states).toEqual([]);
    await vi.advanceTimersByTimeAsync(2);
    expect(states).toEqual(['unsaved']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(states).toEqual(['unsaved', 'saved']);
  });

  test('the wait counts from the oldest word: going on typing does not put it off', async () => {
    const { notes, writer, states } = setUp();
    notes.latencyMs = 1000;
    for (let index = 1; index <= 6; index += 1) {
      writer.input('x'.repeat(index));
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(states).toEqual(['unsaved']);
  });

  test('a failure is said, keeps the words and tries again until it works', async () => {
    const { notes, writer, states } = setUp();
    notes.failing = true;
    writer.input('bewaar mij');
    await vi.advanceTimersByTimeAsync(20);
    expect(states).toEqual(['failed']);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states).toEqual(['failed']);
    expect(notes.saved).toEqual([]);
    notes.failing = false;
    await vi.advanceTimersByTimeAsync(5100);
    expect(notes.saved.map(({ text }) => text)).toEqual(['bewaar mij']);
    expect(states).toEqual(['failed', 'saved']);
  });

  test('after a failure the next input tries at once', async () => {
    const { notes, writer, states } = setUp();
    notes.failing = true;
    writer.input('a');
    await vi.advanceTimersByTimeAsync(15);
    notes.failing = false;
    writer.input('ab');
    await vi.advanceTimersByTimeAsync(30);
    expect(notes.saved.map(({ text }) => text)).toEqual(['ab']);
    expect(states).toEqual(['failed', 'saved']);
  });

  test('a cut waits for the words, and later words descend from it', async () => {
    const { notes, writer } = setUp(['revision-0']);
    writer.input('eerst');
    const cutting = writer.cut();
    await vi.advanceTimersByTimeAsync(100);
    expect((await cutting)?.text).toBe('eerst');
    writer.input('daarna');
    await vi.advanceTimersByTimeAsync(100);
    expect(notes.saved.map(({ parents }) => parents)).toEqual([['revision-0'], ['revision-1']]);
  });

  test('a cut is made of the newest words, also while older ones are being written', async () => {
    const { notes, writer } = setUp();
    writer.input('a');
    await vi.advanceTimersByTimeAsync(15);
    writer.input('ab');
    const cutting = writer.cut();
    await vi.advanceTimersByTimeAsync(100);
    expect((await cutting)?.text).toBe('ab');
    expect(notes.cuts).toEqual(['ab']);
  });

  test('words typed during a cut are not part of it and not lost', async () => {
    const { notes, writer, states } = setUp();
    writer.input('een');
    await vi.advanceTimersByTimeAsync(50);
    const cutting = writer.cut();
    writer.input('een twee');
    await vi.advanceTimersByTimeAsync(100);
    expect((await cutting)?.text).toBe('een');
    expect(notes.saved.at(-1)).toMatchObject({ text: 'een twee', parents: ['revision-1'] });
    expect(states.at(-1)).toBe('saved');
  });

  test('a cut that cannot be written says so, and the words go on being tried', async () => {
    const { notes, writer } = setUp();
    notes.failing = true;
    writer.input('a');
    const cutting = writer.cut();
    const refused = expect(cutting).rejects.toMatchObject({ code: 'unavailable' });
    await vi.advanceTimersByTimeAsync(50);
    await refused;
    notes.failing = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(notes.saved.map(({ text }) => text)).toEqual(['a']);
  });

  test('putting the page away writes what is on its way to the tail, and its arrival removes it', async () => {
    const { localStorage, writer } = setUp();
    writer.input('half');
    writer.flushTail();
    expect(findTails(localStorage)).toMatchObject([
      { kind: 'draft', note, draft: { text: 'half', tabId: 'tab' } },
    ]);
    await vi.advanceTimersByTimeAsync(100);
    expect(localStorage.length).toBe(0);
    writer.flushTail();
    expect(localStorage.length).toBe(0);
  });

  test('after letting go nothing is told, but the last words are still written', async () => {
    const { notes, writer, states } = setUp();
    notes.failing = true;
    writer.input('a');
    writer.dispose();
    await vi.advanceTimersByTimeAsync(100);
    notes.failing = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(notes.saved.map(({ text }) => text)).toEqual(['a']);
    expect(states).toEqual([]);
  });
});

/**
 * Tabs that type, cut and die in any order, on one database. The witness is a list of every text that
 * a writer called saved: each must be found again, unless its own tab wrote over it.
 */
test('no tab loses words that were called saved, whatever the others do', async () => {
  const step = fc.record({
    tab: fc.nat(2),
    action: fc.constantFrom('type', 'type', 'type', 'cut', 'reopen'),
    word: fc.string({ maxLength: 8, unit: 'grapheme' }),
    waits: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
      const storage = await openStorage({
        indexedDB: new FakeFactory().asFactory(),
        localStorage: undefined,
        locks: undefined,
      });
      let generation = 0;
      async function openTab() {
        generation += 1;
        const tabId = `tab-${generation}`;
        const stored = await storage.notes.load(note.id);
        const state = { text: stored?.text ?? '', acknowledged: '' };
        const writer = createDraftWriter({
          notes: storage.notes,
          note,
          tabId,
          parents: (stored?.revisions ?? []).map(({ id }) => id).slice(-1),
          tail: createTail(undefined, tabId),
          now: () => 1,
          onState: () => undefined,
        });
        return { writer, state, tabId };
      }
      const tabs = [await openTab(), await openTab(), await openTab()];
      /** The last text of each tab that was called saved, also of tabs that are gone. */
      const promised = new Map<string, string>();
      /** Texts that were cut: those stay for good. */
      const cut: string[] = [];
      for (const { tab, action, word, waits } of steps) {
        const present = tabs[tab];
        if (!present) continue;
        if (action === 'type') {
          present.state.text += word;
          present.writer.input(present.state.text);
        }
        if (action === 'cut') {
          const revision = await present.writer.cut();
          if (revision) cut.push(revision.text);
        }
        if (action === 'reopen') {
          present.writer.dispose();
          tabs[tab] = await openTab();
          continue;
        }
        if (waits) {
          await vi.waitFor(() => expect(present.writer.isSaved).toBe(true), { interval: 1 });
          if (action === 'type') promised.set(present.tabId, present.state.text);
        }
      }
      for (const { writer } of tabs) {
        await vi.waitFor(() => expect(writer.isSaved).toBe(true), { interval: 1 });
      }
      for (const { writer, tabId } of tabs) {
        await writer.cut();
        await storage.notes.cutRevision(note.id, tabId);
      }
      for (let past = 1; past <= generation; past += 1) {
        await storage.notes.cutRevision(note.id, `tab-${past}`);
      }
      const stored = await storage.notes.load(note.id);
      const kept = new Set(stored?.revisions.map(({ text }) => text) ?? []);
      for (const text of cut) expect(kept).toContain(text);
      for (const [tabId, text] of promised) {
        // A text of the same tab that came later starts with it: this test only ever adds words.
        const isThere = text === '' || [...kept].some((one) => one.startsWith(text));
        expect(isThere, `${tabId} lost ${JSON.stringify(text)}`).toBe(true);
      }
      await storage.close();
    }),
    { numRuns: 40 },
  );
});
