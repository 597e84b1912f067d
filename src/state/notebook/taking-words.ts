/** The ways out for words that cannot be kept: the clipboard, and a file. */
import { signal } from '@preact/signals-core';

/** What became of the latest wish. */
export type TakeResult = 'copied' | 'copy-failed' | 'saved' | 'save-failed';

export interface TakingWordsDeps {
  /** The words as they stand in the fields now. */
  words: () => string;
  /** What they are about, if that can be said: the question, or the sentence that was heard. */
  subject: () => string | undefined;
  /** @throws when the browser refuses */
  copy: (text: string) => Promise<void>;
  /** @throws when the browser refuses */
  saveFile: (text: string) => Promise<void>;
}

/** Makes both ways, with one result. */
export function createTakingWords({ words, subject, copy, saveFile }: TakingWordsDeps) {
  const result = signal<TakeResult | undefined>(undefined);

  async function take(work: () => Promise<void>, done: TakeResult, failed: TakeResult) {
    result.value = undefined;
    try {
      await work();
      result.value = done;
    } catch {
      // The browser refuses: it may be the only way out for words that cannot be kept.
      result.value = failed;
    }
  }

  return {
    result,
    copy: (): Promise<void> => take(() => copy(words()), 'copied', 'copy-failed'),
    save: (): Promise<void> =>
      take(
        () => saveFile([subject(), words()].filter(Boolean).join('\n\n')),
        'saved',
        'save-failed',
      ),
    /** What was taken has other words from now on. */
    forget(): void {
      result.value = undefined;
    },
  };
}
