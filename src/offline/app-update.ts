/**
 * The life of the service worker as the page sees it: registers it, tells when a new version waits, and
 * changes to it only after the person asked. When that is a good moment is decided in `state/`.
 */

import type { Milliseconds } from '../model/units.ts';
import type { WorkerMessage } from '../model/worker-message.ts';
import type { ScriptUrls } from './script-urls.ts';

/** What the updates need of the page; tests give fakes. */
export interface AppUpdateDeps {
  /** Absent in browsers and windows that keep nothing. */
  container: ServiceWorkerContainer | undefined;
  window: Pick<Window, 'setInterval'>;
  document: Pick<Document, 'addEventListener' | 'visibilityState'>;
  /** The absolute address of the app's folder, ending with a slash. */
  baseUrl: string;
  scriptUrls: ScriptUrls;
  reload: () => void;
}

/** New versions of the app. */
export interface AppUpdate {
  /** Registers the worker and looks for a new version, now, at every return and every hour; failures are silent. */
  start(): void;
  /** Called once for each version that waits, also when it waited already. Returns the way to stop. */
  onWaiting(listener: () => void): () => void;
  /** Changes to the version that waits and reloads this page once; without one nothing happens. */
  applyUpdate(): void;
  /** Looks for a new version; offline nothing happens. */
  check(): Promise<void>;
  /** Sends a message to the worker that answers this page; without one it is dropped. */
  send(message: WorkerMessage): void;
}

const CHECK_INTERVAL: Milliseconds = 3_600_000;

/** Prepares the updates; nothing is fetched before {@link AppUpdate.start}. */
export function createAppUpdate(deps: AppUpdateDeps): AppUpdate {
  const { container, window, document } = deps;
  const listeners = new Set<() => void>();
  let registration: ServiceWorkerRegistration | undefined;
  let told: ServiceWorker | undefined;
  let isBegun = false;
  let isAsked = false;

  function tellWaiting(): void {
    const waiting = registration?.waiting ?? undefined;
    // Without a controller this is the first installation, which replaces nothing.
    if (!waiting || !container?.controller || waiting === told) return;
    told = waiting;
    for (const listener of listeners) listener();
  }

  async function check(): Promise<void> {
    // Offline, or the host is away: the next check will tell.
    await registration?.update().catch(() => undefined);
  }

  async function register(): Promise<void> {
    if (!container || isBegun) return;
    isBegun = true;
    registration = await container.register(deps.scriptUrls('sw.js'), {
      scope: deps.baseUrl,
      updateViaCache: 'none',
    });
    registration.addEventListener('updatefound', () => {
      const installing = registration?.installing;
      installing?.addEventListener('statechange', tellWaiting);
    });
    tellWaiting();
    void check();
    window.setInterval(() => void check(), CHECK_INTERVAL);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void check();
    });
  }

  function reloadOnce(): void {
    if (!isAsked) return;
    isAsked = false;
    deps.reload();
  }

  return {
    start() {
      if (!container) return;
      container.addEventListener('controllerchange', reloadOnce);
      // A browser that refuses leaves the app as it is on the network.
      register().catch(() => undefined);
    },
    onWaiting(listener) {
      listeners.add(listener);
      if (told && registration?.waiting === told) listener();
      return () => listeners.delete(listener);
    },
    applyUpdate() {
      const waiting = registration?.waiting;
      if (!waiting) return;
      isAsked = true;
      const message: WorkerMessage = { kind: 'use-new-version' };
      waiting.postMessage(message);
    },
    check,
    send(message) {
      container?.controller?.postMessage(message);
    },
  };
}
