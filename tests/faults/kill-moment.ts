/** Kills a browser at a moment that is known to the millisecond, so that what was lost can be measured in time. */
import type { Timestamp } from '../../src/model/units.ts';
import { waitForExit } from '../e2e/browser-process.ts';
import type { ProfileBrowser } from '../e2e/fixtures.ts';

/** A browser of which the process is known, ready to be killed. */
export interface Victim {
  /** SIGKILL. @returns When the signal was sent. */
  kill(): Promise<Timestamp>;
}

/** Looks up the process beforehand: between the decision and the signal nothing else is awaited. */
export async function aimAt({ context }: ProfileBrowser): Promise<Victim> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const pid = processInfo.find(({ type }) => type === 'browser')?.id;
  if (pid === undefined) throw new Error('the browser does not tell its process');
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  return {
    async kill() {
      const at = Date.now();
      process.kill(pid, 'SIGKILL');
      await Promise.all([closed, waitForExit(pid)]);
      return at;
    },
  };
}

/** The middle of the losses, and the greatest. */
export function summarize(losses: readonly number[]): { median: number; worst: number } {
  const sorted = losses.toSorted((one, other) => one - other);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0 };
}
