/**
 * Who may touch the bytes of one audio: a download that writes them, or what takes them away. One at a time,
 * also over tabs, or the fresh bytes would go with the old ones.
 */
import type { Sha256 } from '../model/units.ts';

const PREFIX = 'luisterroute-audio:';

/** The turns of one tab; with locks they are shared with the others. */
export class AudioTurns {
  readonly #locks: Pick<LockManager, 'request'> | undefined;
  readonly #last = new Map<Sha256, Promise<void>>();

  constructor(locks: Pick<LockManager, 'request'> | undefined) {
    this.#locks = locks;
  }

  /** Does the work once nobody else has these bytes. */
  async take(hash: Sha256, work: () => Promise<void>): Promise<void> {
    if (this.#locks) {
      await this.#locks.request(PREFIX + hash, work);
      return;
    }
    const turn = (this.#last.get(hash) ?? Promise.resolve()).then(work);
    const ended = turn
      .catch(() => undefined)
      .then(() => {
        if (this.#last.get(hash) === ended) this.#last.delete(hash);
      });
    this.#last.set(hash, ended);
    await turn;
  }
}
