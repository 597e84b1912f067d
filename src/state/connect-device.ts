/** Joins the screens with what the browser allows: keeping data and installing. */
import type { WorkerMessage } from '../model/worker-message.ts';
import { watchInstall } from '../offline/install.ts';
import { askPersistence, readPersistence } from '../offline/persistence.ts';
import { createScriptUrls, type ScriptUrls } from '../offline/script-urls.ts';
import type { LateStorage } from '../storage/late-storage.ts';
import type { AppStorage } from '../storage/open-storage.ts';
import { DeviceModel, type DeviceState, type Keeping } from './device.ts';

/** Where a tab tells that it wipes everything; one that holds no database open hears it nowhere else. */
const ENDINGS = 'luisterroute-end';

/** Makes the device's state; `begin` follows what the browser tells. */
export function connectDevice(
  base: string,
  storage: LateStorage,
): {
  state: DeviceState;
  /** Lets the address of a worker through, as the page's policy asks. */
  scriptUrl: ScriptUrls;
  /** Lets go of everything here and in the other tabs, for who deletes it. */
  end(): Promise<void>;
  /** Tells the service worker something; without one that answers this page it is dropped. */
  send(message: WorkerMessage): void;
  /** To be called after something was kept for the first time. */
  askToKeep(): void;
  /** What carries out the wish for the new version. */
  onUpdateAsked(act: () => void): void;
  begin(): void;
} {
  const allowUrl = createScriptUrls(new URL(base, location.href).href);
  const install = watchInstall(window);
  let applyUpdate = () => {};
  const state = new DeviceModel({
    version: __BUILD__,
    isStandalone: install.isStandalone,
    needsSteps: install.needsSteps,
    install: () => install.install(),
    applyUpdate: () => applyUpdate(),
  });
  let isAsked = false;
  const endings = new BroadcastChannel(ENDINGS);

  function onErased(): void {
    state.setErased([]);
    storage.end().catch(() => undefined);
  }

  return {
    state,
    scriptUrl(url) {
      // A worker has a storage of its own.
      if (state.hasEnded.peek()) throw new Error('Everything was wiped.');
      return allowUrl(url);
    },
    async end() {
      state.end();
      endings.postMessage('ends');
      await storage.end();
    },
    send: (message) => navigator.serviceWorker?.controller?.postMessage(message),
    askToKeep() {
      if (isAsked) return;
      isAsked = true;
      askPersistence(navigator.storage, (answer) => state.setPersistence(answer));
    },
    onUpdateAsked(act) {
      applyUpdate = act;
    },
    begin() {
      endings.onmessage = onErased;
      void storage.whenOpened.then((opened) => {
        state.setKeeping(keepingOf(opened));
        opened.onKindChange(() => state.setKeeping(keepingOf(opened)));
        opened.onErased(onErased);
      });
      state.setCanInstall(install.canInstall);
      install.onChange((canInstall) => state.setCanInstall(canInstall));
      readPersistence(navigator.storage, (answer) => state.setPersistence(answer));
    },
  };
}

function keepingOf({ kind, problem }: AppStorage): Keeping {
  if (kind === 'indexeddb') return 'kept';
  return problem?.code === 'blocked' || problem?.code === 'newer' ? problem.code : 'not-kept';
}
