import { beforeEach, expect, it } from 'vitest';
import { type BusyLocks, createBusyTabs } from '../../../../src/state/offline/busy-tabs.ts';

interface Waiting {
  name: string;
  mode: LockMode;
  grant: () => void;
}

/** One lock of a browser, shared or not, in the order of asking. @see https://w3c.github.io/web-locks/ */
class FakeLocks implements BusyLocks {
  readonly #waiting: Waiting[] = [];
  #held: LockMode[] = [];

  request<T>(
    name: string,
    { mode = 'exclusive', signal }: { mode?: LockMode; signal?: AbortSignal },
    callback: () => Promise<T> | T,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const entry: Waiting = {
        name,
        mode,
        grant: () => {
          this.#held.push(mode);
          void Promise.resolve(callback()).then((value) => {
            this.#held.splice(this.#held.indexOf(mode), 1);
            resolve(value);
            this.#next();
          });
        },
      };
      signal?.addEventListener('abort', () => {
        if (this.#waiting.includes(entry)) this.#waiting.splice(this.#waiting.indexOf(entry), 1);
        reject(signal.reason);
      });
      this.#waiting.push(entry);
      queueMicrotask(() => this.#next());
    });
  }

  async query() {
    return { pending: this.#waiting.map(({ name, mode }) => ({ name, mode })) };
  }

  #next(): void {
    for (;;) {
      const [first] = this.#waiting;
      const isFree = this.#held.length === 0;
      const areShared = this.#held.every((mode) => mode === 'shared');
      if (!first || !(isFree || (first.mode === 'shared' && areShared))) return;
      this.#waiting.shift();
      first.grant();
    }
  }
}

let locks: FakeLocks;
let acts: number;
const act = () => {
  acts += 1;
};

beforeEach(() => {
  locks = new FakeLocks();
  acts = 0;
});

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

it('acts at once when no tab is busy', async () => {
  createBusyTabs(locks).whenIdle(act);
  await settle();
  expect(acts).toBe(1);
});

it('waits for every tab, its own and others', async () => {
  const [one, other] = [createBusyTabs(locks), createBusyTabs(locks)];
  one.setBusy(true);
  other.setBusy(true);
  one.whenIdle(act);
  await settle();
  one.setBusy(false);
  await settle();
  expect(acts).toBe(0);
  other.setBusy(false);
  await settle();
  expect(acts).toBe(1);
});

it('does not act in the moment between two tabs that are busy', async () => {
  const [one, other] = [createBusyTabs(locks), createBusyTabs(locks)];
  one.setBusy(true);
  await settle();
  one.whenIdle(act);
  await settle();
  // Begins while the other still waits: it stands behind it in the row.
  other.setBusy(true);
  await settle();
  one.setBusy(false);
  await settle();
  expect(acts).toBe(0);
  other.setBusy(false);
  await settle();
  expect(acts).toBe(1);
});

it('can be given up', async () => {
  const tabs = createBusyTabs(locks);
  tabs.setBusy(true);
  const giveUp = tabs.whenIdle(act);
  await settle();
  giveUp();
  tabs.setBusy(false);
  await settle();
  expect(acts).toBe(0);
});

it('without locks knows its own tab', () => {
  const tabs = createBusyTabs(undefined);
  tabs.setBusy(true);
  tabs.whenIdle(act);
  expect(acts).toBe(0);
  tabs.setBusy(false);
  expect(acts).toBe(1);
  tabs.whenIdle(act);
  expect(acts).toBe(2);
});
