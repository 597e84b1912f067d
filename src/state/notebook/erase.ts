/** Wiping everything from this browser, as the screens see it. There is no way back. */
import { signal } from '@preact/signals-core';
import { createModel } from '../create-model.ts';

export interface EraseDeps {
  /**
   * Fetches the code that deletes, and looks afterwards.
   *
   * @returns Deletes, and never rejects; gives the names of what is left. Throws when it cannot be fetched.
   */
  loadErase: () => Promise<(onBlocked: () => void) => Promise<string[]>>;
  /** Lets go of all that is held or under way: sound, downloads, storage. */
  stop: () => Promise<void>;
  onErased: (left: readonly string[]) => void;
}

/** `blocked`: another tab is in the way; it goes on by itself once that is closed. */
export type EraseStep = 'idle' | 'busy' | 'blocked' | 'failed';

export const EraseModel = createModel((deps: EraseDeps) => {
  const step = signal<EraseStep>('idle');
  return {
    step,
    async eraseAll(): Promise<void> {
      step.value = 'busy';
      let erase: Awaited<ReturnType<EraseDeps['loadErase']>>;
      try {
        erase = await deps.loadErase();
      } catch {
        // Its code could not be fetched; nothing was deleted.
        step.value = 'failed';
        return;
      }
      // What does not let go is deleted all the same.
      await deps.stop().catch(() => undefined);
      const left = await erase(() => {
        step.value = 'blocked';
      });
      deps.onErased(left);
    },
  };
});
