/** Giving a moment to somebody else: through the device's own share sheet, or as a copy. */
import { signal } from '@preact/signals-core';
import { createModel } from '../create-model.ts';

/** What to share. */
export interface SharedMoment {
  title: string;
  url: string;
}

/** What became of the last wish; absent after a share sheet, which speaks for itself. */
export type SharingResult = 'link-copied' | 'text-copied' | 'failed';

export interface SharingDeps {
  /** Absent where the device has no share sheet. */
  share?: (moment: SharedMoment) => Promise<void>;
  copy: (text: string) => Promise<void>;
}

export const SharingModel = createModel((deps: SharingDeps) => {
  const result = signal<SharingResult | undefined>(undefined);

  async function copy(text: string, done: SharingResult): Promise<void> {
    result.value = undefined;
    try {
      await deps.copy(text);
      result.value = done;
    } catch {
      result.value = 'failed';
    }
  }

  return {
    result,
    copyText: (text: string): Promise<void> => copy(text, 'text-copied'),
    /** Closing the share sheet is no failure; a sheet that cannot be opened gives way to a copy. */
    async share(moment: SharedMoment): Promise<void> {
      result.value = undefined;
      try {
        if (deps.share) await deps.share(moment);
        else await copy(moment.url, 'link-copied');
      } catch (error) {
        if (error instanceof Error && error.name === 'AbortError') return;
        await copy(moment.url, 'link-copied');
      }
    },
    forget(): void {
      result.value = undefined;
    },
  };
});
