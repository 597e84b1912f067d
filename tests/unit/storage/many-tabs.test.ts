/**
 * Tabs that type, rest, close, are put away, die and join versions, in any order, on one storage. The
 * witness keeps every text that a tab was told is saved; a person only ever adds words here, so each of
 * them must be found again at the end, in some version, as it was or with words behind it.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heads, type Note, newestHead } from '../../../src/model/note.ts';
import { createDraftWriter, type DraftWriter } from '../../../src/storage/draft-writer.ts';
import { createNoteBin } from '../../../src/storage/note-bin.ts';
import { type AppStorage, openStorage } from '../../../src/storage/open-storage.ts';
import { FakeFactory, FakeLocalStorage, FakeLocks } from './fake-browser.ts';

const note: Note = {
  id: 'note-1',
  kind: 'answer',
  routeId: 'route',
  moduleId: 'module',
  anchor: { questionId: 'vraag' },
  createdAt: 1,
};

type Action = 'type' | 'wait' | 'rest' | 'close' | 'hide' | 'kill' | 'join' | 'delete';

interface Step {
  tab: number;
  action: Action;
  word: string;
}

/** One browser: what its tabs share. */
function createBrowser() {
  const factory = new FakeFactory();
  const localStorage = new FakeLocalStorage();
  const locks = new FakeLocks();
  return {
    locks,
    open: () => openStorage({ indexedDB: factory.asFactory(), localStorage, locks }),
  };
}

/** A page of the app with the note open, as `create-writing.ts` joins it. */
class Tab {
  readonly storage: AppStorage;
  readonly #writer: DraftWriter;
  readonly #promised: (text: string) => void;
  #text: string;
  #waiting: string[] = [];
  #isDead = false;

  private constructor(
    storage: AppStorage,
    stored: Awaited<ReturnType<AppStorage['notes']['load']>>,
    clock: () => number,
    promised: (text: string) => void,
  ) {
    this.storage = storage;
    this.#text = stored?.text ?? '';
    this.#promised = promised;
    const head = newestHead(stored?.revisions ?? []);
    // A write takes its time, and a page that died asks for none any more.
    const alive = async <T>(write: () => Promise<T>): Promise<T> => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      return this.#isDead ? new Promise<T>(() => undefined) : write();
    };
    this.#writer = createDraftWriter({
      notes: {
        saveDraft: (...words) => alive(() => storage.notes.saveDraft(...words)),
        cutRevision: (...words) => alive(() => storage.notes.cutRevision(...words)),
      },
      note,
      tabId: storage.tabId,
      parents: head ? [head.id] : [],
      tail: storage.tail,
      now: clock,
      onState: (state) => {
        // "Bewaard" is said of what stands in the field at this moment.
        if (state === 'saved') this.#promise();
      },
    });
  }

  static async open(
    browser: ReturnType<typeof createBrowser>,
    clock: () => number,
    promised: (text: string) => void,
  ): Promise<Tab> {
    const storage = await browser.open();
    return new Tab(storage, await storage.notes.load(note.id), clock, promised);
  }

  type(word: string): void {
    this.#text += word;
    this.#waiting.push(this.#text);
    this.#writer.input(this.#text);
  }

  async wait(): Promise<void> {
    for (let turn = 0; turn < 1000 && !this.#writer.isSaved; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    expect(this.#writer.isSaved).toBe(true);
    this.#promise();
  }

  async rest(): Promise<void> {
    await this.#writer.cut();
    this.#promise();
  }

  /** What is on its way is in the synchronous net: that is a promise too. */
  hide(): void {
    this.#writer.flushTail();
    this.#promise();
  }

  /** No more code of this page runs. */
  die(): void {
    this.#isDead = true;
    this.#writer.dispose();
  }

  #promise(): void {
    const latest = this.#waiting.at(-1);
    if (latest !== undefined) this.#promised(latest);
    this.#waiting = [];
  }
}

async function joinAll({ records, guard, notes }: AppStorage, id: () => string, now: number) {
  const bin = createNoteBin(records, guard, id);
  const present = heads((await notes.load(note.id))?.revisions ?? []);
  if (present.length < 2) return;
  const text = present.map((revision) => revision.text).join('\n');
  await bin.join(
    note.id,
    present.map((revision) => revision.id),
    { text },
    now,
  );
}

const step = fc.record<Step>({
  tab: fc.nat(3),
  action: fc.constantFrom(
    'type',
    'type',
    'type',
    'wait',
    'rest',
    'close',
    'hide',
    'kill',
    'join',
    'delete',
  ),
  word: fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }),
});

test('tabs in any interleaving lose no text that was called saved', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 24 }), async (steps) => {
      const browser = createBrowser();
      const promises: string[] = [];
      let ticks = 1;
      let ids = 0;
      const clock = () => {
        ticks += 1;
        return ticks;
      };
      const promised = (text: string) => void promises.push(text);
      const openTab = () => Tab.open(browser, clock, promised);
      const tabs = [await openTab(), await openTab(), await openTab(), await openTab()];
      for (const { tab: index, action, word } of steps) {
        const tab = tabs[index];
        if (!tab) continue;
        if (action === 'type') tab.type(word);
        if (action === 'wait') await tab.wait();
        if (action === 'rest') await tab.rest();
        if (action === 'hide') tab.hide();
        if (action === 'join') {
          ids += 1;
          await joinAll(tab.storage, () => `joined-${ids}`, clock());
        }
        if (action === 'delete') {
          const { records, guard } = tab.storage;
          await createNoteBin(records, guard, () => '').remove([note.id], clock());
        }
        if (action === 'close' || action === 'kill') {
          if (action === 'close') await tab.rest();
          tab.die();
          if (action === 'kill') browser.locks.held.delete(`luisterroute-tab:${tab.storage.tabId}`);
          await tab.storage.close();
          tabs[index] = await openTab();
        }
      }
      for (const tab of tabs) {
        tab.die();
        await tab.storage.close();
      }
      browser.locks.kill();

      const last = await browser.open();
      const stored = await last.notes.load(note.id);
      const kept = stored?.revisions.map(({ text }) => text) ?? [];
      for (const text of promises) {
        const isThere = kept.some((one) => one.includes(text));
        expect(isThere, `lost ${JSON.stringify(text)}, kept ${JSON.stringify(kept)}`).toBe(true);
      }
      await last.close();
    }),
    { numRuns: 100 },
  );
}, 30_000);
