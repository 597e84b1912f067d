/** Fetches the listening tools' code once, when they are first needed. */
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { ListeningTools } from './listening-tools.ts';
import type { ToolParts } from './tool-parts.ts';

export interface ConnectedTools {
  tools: ReadonlySignal<ListeningTools | undefined>;
  /** Resolves when the tools are there, or could not be fetched. */
  fetch(): Promise<void>;
}

/** @param getParts - Asked when the code is there. */
export function connectTools(getParts: () => Promise<ToolParts>): ConnectedTools {
  const tools = signal<ListeningTools | undefined>(undefined);
  let fetching: Promise<void> | undefined;

  async function fetchTools(): Promise<void> {
    try {
      const [{ createListeningTools }, parts] = await Promise.all([
        import('./listening-tools.ts'),
        getParts(),
      ]);
      tools.value = createListeningTools(parts);
    } catch {
      // Offline before the code was kept: the next page or touch tries again.
      fetching = undefined;
    }
  }

  return {
    tools,
    fetch() {
      fetching ??= fetchTools();
      return fetching;
    },
  };
}
