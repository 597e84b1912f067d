/** What the tabs of one browser share besides the storage: locks, and a channel on which each hears the others. */
import type { OtherTabs } from '../../../src/offline/other-tabs.ts';

/** Web Locks that only one may have, given in the order of asking. */
export class FakeTurnLocks {
  readonly #last = new Map<string, Promise<unknown>>();
  /** Waited for before the next one asks, and then forgotten. */
  beforeNext: Promise<void> | undefined;

  async request<T>(name: string, ...rest: unknown[]): Promise<T> {
    const { beforeNext } = this;
    this.beforeNext = undefined;
    await beforeNext;
    const work = rest.at(-1) as (lock: unknown) => Promise<T>;
    const turn = (this.#last.get(name) ?? Promise.resolve()).then(() => work({ name }));
    this.#last.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  }

  /** For what asks for the browser's own type. */
  asLocks(): Pick<LockManager, 'request'> {
    return this as unknown as Pick<LockManager, 'request'>;
  }
}

/** A channel between the tabs of a test; a tab does not hear itself. */
export class FakeChannel {
  readonly #listeners = new Map<OtherTabs, Set<(hash: string) => void>>();
  #last: Promise<void> = Promise.resolve();
  /** Every hash that was told, in order. */
  readonly told: string[] = [];

  /** @param delay - Waited before each message arrives. */
  constructor(readonly delay: () => Promise<void> = async () => undefined) {}

  join(): OtherTabs {
    const own = new Set<(hash: string) => void>();
    const tab: OtherTabs = {
      tell: (hash) => {
        this.told.push(hash);
        this.#last = this.#last.then(this.delay).then(() => {
          for (const [other, listeners] of this.#listeners) {
            if (other !== tab) for (const listener of listeners) listener(hash);
          }
        });
      },
      onTold: (listener) => {
        own.add(listener);
        return () => own.delete(listener);
      },
    };
    this.#listeners.set(tab, own);
    return tab;
  }
}
