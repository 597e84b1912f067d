/** A screen for a browser with windows, which must be there too: the screen of this machine, or Xvfb. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { findBrowser } from '../find-browser.ts';

export interface Display {
  /** As in the variable DISPLAY. */
  name: string;
  close(): Promise<void>;
}

/** Why this machine shows no window. */
export interface NoDisplay {
  reason: string;
}

/** Tells the reason on a machine without a browser that has windows, or with neither a screen nor Xvfb. */
export async function openDisplay(): Promise<Display | NoDisplay> {
  try {
    await findBrowser(true);
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
  const present = process.env.DISPLAY;
  if (present !== undefined && present !== '') {
    return { name: present, close: async () => undefined };
  }
  // It chooses a free number by itself and writes it there once it can be used.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const output = server.stdio[3] as Readable;
  const number = await Promise.race([
    once(output, 'data').then(([chunk]) => String(chunk).trim()),
    once(server, 'error').then(() => undefined),
    once(server, 'exit').then(() => undefined),
  ]).catch(() => undefined);
  if (number === undefined) return { reason: 'no screen and no Xvfb on this machine' };
  return {
    name: `:${number}`,
    async close() {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}
