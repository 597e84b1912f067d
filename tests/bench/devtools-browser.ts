/**
 * A browser that is measured from outside, over the DevTools protocol alone: Playwright tells every page that it
 * has the focus, so that with Playwright no tab is ever hidden, and its own scripts would be measured too.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { findBrowser } from '../find-browser.ts';

/** The answer to a command; which members it has is told by the protocol. */
type Answer = Record<string, unknown>;

/** One tab. */
export interface MeasuredPage {
  /** @throws when the browser refuses the command */
  send(method: string, params?: Answer): Promise<Answer>;
  /** Runs an expression in the page, as by a press of its user, and waits for what it promises. */
  evaluate<T>(expression: string): Promise<T>;
  /** Waits until an expression is true. @throws after 60 seconds */
  until(expression: string): Promise<void>;
  /** Presses the main mouse button there. */
  click(x: number, y: number): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

/** A running browser with a profile of its own. */
export interface MeasuredBrowser {
  /** Asks the browser itself, not a tab. @throws when it refuses the command */
  send(method: string, params?: Answer): Promise<Answer>;
  /** Tells what the browser reports under this name, from all tabs. */
  onEvent(name: string, listener: (params: Answer) => void): void;
  /** Opens an empty tab. @param isApart - Shares no cache and no data with the others. */
  newPage(isApart?: boolean): Promise<MeasuredPage>;
  close(): Promise<void>;
}

/** The size of a phone. */
const WINDOW = '390,844';

const PATIENCE_MS = 60_000;

/** What a measurement needs of its browser. */
export interface BrowserOptions {
  /** The X display for a browser with windows; without one it has none. */
  display?: string;
  /** Of the JavaScript engine, as `--jitless`. */
  jsFlags?: string;
}

/** Starts one; it stays until it is closed. @throws when this machine has only builds without a window, or none */
export async function startBrowser(options: BrowserOptions = {}): Promise<MeasuredBrowser> {
  const { display, jsFlags } = options;
  // The whole browser, also where nothing is to be seen: a headless build takes other ways through its code.
  const { executablePath, env } = await findBrowser(true);
  const profile = await mkdtemp(join(tmpdir(), 'luisterroute-bench-'));
  const browser = spawn(
    executablePath,
    [
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      `--window-size=${WINDOW}`,
      '--no-sandbox',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-component-update',
      '--disable-extensions',
      '--disable-sync',
      '--lang=nl',
      ...(jsFlags === undefined ? [] : [`--js-flags=${jsFlags}`]),
      ...(display === undefined ? ['--headless=new'] : ['--ozone-platform=x11']),
      'about:blank',
    ],
    {
      env: { ...process.env, ...env, ...(display === undefined ? {} : { DISPLAY: display }) },
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    },
  );
  const { send, onEvent } = connect(browser);

  async function newPage(isApart = false): Promise<MeasuredPage> {
    const apart = isApart ? await send('Target.createBrowserContext') : {};
    const { targetId } = await send('Target.createTarget', { url: 'about:blank', ...apart });
    const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
    return pageOn(
      (method, params) => send(method, params, String(sessionId)),
      async () => {
        await send('Target.closeTarget', { targetId });
        if (isApart) await send('Target.disposeBrowserContext', apart);
      },
    );
  }

  return {
    send: (method, params) => send(method, params),
    onEvent,
    newPage,
    async close() {
      const ended = once(browser, 'exit');
      await send('Browser.close').catch(() => browser.kill());
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
    },
  };
}

type Send = (method: string, params?: Answer, sessionId?: string) => Promise<Answer>;

/** Messages are JSON with a zero byte behind each. */
function connect(browser: ChildProcess): {
  send: Send;
  onEvent: (name: string, listener: (params: Answer) => void) => void;
} {
  const [, , , writer, reader] = browser.stdio as unknown as [0, 0, 0, Writable, Readable];
  const waiting = new Map<
    number,
    { resolve: (answer: Answer) => void; reject: (error: Error) => void }
  >();
  const listeners = new Map<string, (params: Answer) => void>();
  let lastId = 0;
  let rest = '';

  reader.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const text of messages) {
      const { id, result, error, method, params } = JSON.parse(text);
      if (method !== undefined) listeners.get(method)?.(params);
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error) asked?.reject(new Error(error.message));
      else asked?.resolve(result);
    }
  });
  browser.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser ended'));
    waiting.clear();
  });
  writer.on('error', () => undefined);

  return {
    onEvent: (name, listener) => void listeners.set(name, listener),
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        const session = sessionId === undefined ? {} : { sessionId };
        writer.write(`${JSON.stringify({ id: lastId, method, params, ...session })}\0`);
      }),
  };
}

function pageOn(
  send: (method: string, params?: Answer) => Promise<Answer>,
  close: () => Promise<void>,
): MeasuredPage {
  async function evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = (await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })) as { result: { value: T }; exceptionDetails?: { text: string } };
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`);
    return result.value;
  }

  return {
    send,
    evaluate,
    async until(expression) {
      const end = performance.now() + PATIENCE_MS;
      // The page may be on its way to another address, where nothing can be asked.
      while (!(await evaluate<boolean>(expression).catch(() => false))) {
        if (performance.now() > end) throw new Error(`never came true: ${expression}`);
        await wait(50);
      }
    },
    async click(x, y) {
      const at = { x, y, button: 'left', clickCount: 1 };
      await send('Input.dispatchMouseEvent', { ...at, type: 'mousePressed' });
      await send('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' });
    },
    bringToFront: async () => void (await send('Page.bringToFront')),
    close,
  };
}
