/** Fetches the code of the tools once, when they are first needed. */
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { AppTools } from './app-tools.ts';
import { breathe } from './breathe.ts';
import type { ToolParts } from './tool-parts.ts';

/** The tools as far as their code has come. */
export interface ConnectedTools {
  tools: ReadonlySignal<AppTools | undefined>;
  /** Resolves when the tools are there, or could not be fetched. */
  fetch(): Promise<void>;
}

/** @param getParts - Asked when the code is there. */
export function connectTools(getParts: () => Promise<ToolParts>): ConnectedTools {
  const tools = signal<AppTools | undefined>(undefined);
  let fetching: Promise<void> | undefined;

  async function fetchTools(): Promise<void> {
    try {
      const [{ createAppTools }, parts] = await Promise.all([import('./app-tools.ts'), getParts()]);
      await breathe();
      const created = createAppTools(parts);
      // What the screens do with them takes as long again.
      await breathe();
      tools.value = created;
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
