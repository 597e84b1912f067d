/** Makes room for words on a full device: sound that can be fetched again gives way, one module at a time. */
import type { Signal } from '@preact/signals-core';
import { StorageError } from '../../storage/storage-error.ts';
import type { DownloadsState } from './downloads.ts';

/** {@link makeRoom} of this device. @param gone - As there. */
export type GiveWay = (gone: readonly string[]) => Promise<string | undefined>;

/**
 * Removes the download that is missed least: one that is not whole, else the largest one.
 *
 * @param lastId - The module in the player: its sound goes last.
 * @param gone - What gave way before, and need not be told apart from what is still there.
 * @returns The module whose sound was removed; `undefined` when there is nothing left to remove.
 */
export async function makeRoom(
  { states, remove }: Pick<DownloadsState, 'states' | 'remove'>,
  lastId: string | undefined,
  gone: readonly string[] = [],
): Promise<string | undefined> {
  const taking = [...states.peek()].flatMap(([id, state]) => {
    if (state.kind === 'none' || gone.includes(id)) return [];
    if (state.kind === 'ready') return [{ id, isWhole: true, size: state.size }];
    return [{ id, isWhole: false, size: state.bytes }];
  });
  const rank = (one: (typeof taking)[number]) => (one.id === lastId ? 2 : one.isWhole ? 1 : 0);
  taking.sort((a, b) => rank(a) - rank(b) || b.size - a.size);
  const least = taking[0];
  if (!least) return undefined;
  await remove(least.id);
  return least.id;
}

/**
 * Writes something, again and again for as long as the device is full and something gives way.
 *
 * @param gaveWay - The modules whose sound was removed are added to it, also when the writing fails after all.
 * @throws What `write` throws.
 */
export async function withRoom<T>(
  write: () => Promise<T>,
  giveWay: GiveWay,
  gaveWay: Signal<readonly string[]>,
): Promise<T> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof StorageError) || error.code !== 'quota') throw error;
      const moduleId = await giveWay(gaveWay.peek());
      if (moduleId === undefined) throw error;
      gaveWay.value = [...gaveWay.peek(), moduleId];
    }
  }
}
