import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Draft, Note, Revision } from '../../../src/model/note.ts';
import { createDraftWriter, type WriteState } from '../../../src/storage/draft-writer.ts';
import { StorageError } from '../../../src/storage/storage-error.ts';
import { createTail, findTails } from '../../../src/storage/tail.ts';
import { FakeLocalStorage } from './fake-browser.ts';

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
  readonly saved: Draft[] = [];
  readonly cuts: string[] = [];
  underWay = 0;
  mostUnderWay = 0;
  failing: false | 'unavailable' | 'quota' = false;
  latencyMs = 10;

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
    if (this.failing) throw new StorageError(this.failing, 'gone');
  }
}

function setUp(parents: string[] = [], makeRoom?: () => Promise<boolean>) {
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
    ...(makeRoom ? { makeRoom } : {}),
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
    expect(notes.saved).toEqual([]);
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
    await vi.advanceTimersByTimeAsync(5);
    writer.input('Ik');
    writer.input('Ik ');
    writer.input('Ik w');
    await vi.advanceTimersByTimeAsync(100);
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
    await vi.advanceTimersByTimeAsync(50);
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
    notes.failing = 'unavailable';
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
    notes.failing = 'unavailable';
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
    await vi.advanceTimersByTimeAsync(5);
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
    notes.failing = 'unavailable';
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

  test('on a full device something gives way, and the words are saved without a word of failure', async () => {
    let left = 2;
    const { notes, writer, states } = setUp([], async () => {
      left -= 1;
      if (left === 0) notes.failing = false;
      return true;
    });
    notes.failing = 'quota';
    writer.input('a');
    await vi.advanceTimersByTimeAsync(100);
    expect(left).toBe(0);
    expect(notes.saved.map(({ text }) => text)).toEqual(['a']);
    expect(states).toEqual(['saved']);
  });

  test('with nothing left to give way it says that the device is full, and goes on trying', async () => {
    const { notes, writer, states } = setUp([], async () => false);
    notes.failing = 'quota';
    writer.input('a');
    await vi.advanceTimersByTimeAsync(100);
    expect(states).toEqual(['full']);
    notes.failing = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(states).toEqual(['full', 'saved']);
  });

  test('another failure lets nothing go', async () => {
    const makeRoom = vi.fn(async () => true);
    const { notes, writer, states } = setUp([], makeRoom);
    notes.failing = 'unavailable';
    writer.input('a');
    await vi.advanceTimersByTimeAsync(100);
    expect(states).toEqual(['failed']);
    expect(makeRoom).not.toHaveBeenCalled();
  });

  test('after letting go nothing is told, but the last words are still written', async () => {
    const { notes, writer, states } = setUp();
    notes.failing = 'unavailable';
    writer.input('a');
    writer.dispose();
    await vi.advanceTimersByTimeAsync(100);
    notes.failing = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(notes.saved.map(({ text }) => text)).toEqual(['a']);
    expect(states).toEqual([]);
  });
});
