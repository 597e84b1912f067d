/** Fetches the listening tools' code once, when they are first needed. */
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { ListeningTools, ToolParts } from './listening-tools.ts';

export interface ConnectedTools {
  tools: ReadonlySignal<ListeningTools | undefined>;
  fetch(): void;
}

/** @param getParts - Asked when the code is there. */
export function connectTools(getParts: () => ToolParts): ConnectedTools {
  const tools = signal<ListeningTools | undefined>(undefined);
  let isFetching = false;

  async function fetchTools(): Promise<void> {
    isFetching = true;
    try {
      const { createListeningTools } = await import('./listening-tools.ts');
      tools.value = createListeningTools(getParts());
    } catch {
      // Offline before the code was kept: the next page or touch tries again.
      isFetching = false;
    }
  }

  return {
    tools,
    fetch() {
      if (!isFetching) void fetchTools();
    },
  };
}
