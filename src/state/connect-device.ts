/** Joins the screens with what the browser allows: keeping data, installing, new versions. */

import type { WorkerMessage } from '../model/worker-message.ts';
import { createAppUpdate } from '../offline/app-update.ts';
import { watchInstall } from '../offline/install.ts';
import { askPersistence, readPersistence } from '../offline/persistence.ts';
import { createScriptUrls, type ScriptUrls } from '../offline/script-urls.ts';
import type { LateStorage } from '../storage/late-storage.ts';
import type { AppStorage } from '../storage/open-storage.ts';
import { DeviceModel, type DeviceState, type Keeping } from './device.ts';

/** Makes the device's state; `begin` registers the worker once the first view is done. */
export function connectDevice(
  base: string,
  storage: LateStorage,
): {
  state: DeviceState;
  send(message: WorkerMessage): void;
  /** Lets the address of a worker through, as the page's policy asks. */
  scriptUrl: ScriptUrls;
  /** To be called after something was kept for the first time. */
  askToKeep(): void;
  begin(): void;
} {
  const baseUrl = new URL(base, location.href).href;
  const scriptUrl = createScriptUrls(baseUrl);
  const install = watchInstall(window);
  const update = createAppUpdate({
    container: navigator.serviceWorker,
    window,
    document,
    baseUrl,
    scriptUrls: scriptUrl,
    reload: () => location.reload(),
  });
  const state = new DeviceModel({
    version: __BUILD__,
    isStandalone: install.isStandalone,
    install: () => install.install(),
    applyUpdate: () => update.applyUpdate(),
  });
  let isAsked = false;

  return {
    state,
    send: (message) => update.send(message),
    scriptUrl,
    askToKeep() {
      if (isAsked) return;
      isAsked = true;
      askPersistence(navigator.storage, (answer) => state.setPersistence(answer));
    },
    begin() {
      void storage.whenOpened.then((opened) => {
        state.setKeeping(keepingOf(opened));
        opened.onKindChange(() => state.setKeeping(keepingOf(opened)));
      });
      state.setCanInstall(install.canInstall);
      install.onChange((canInstall) => state.setCanInstall(canInstall));
      readPersistence(navigator.storage, (answer) => state.setPersistence(answer));
      update.onWaiting(() => state.setUpdateWaiting(true));
      update.start();
    },
  };
}

function keepingOf({ kind, problem }: AppStorage): Keeping {
  if (kind === 'indexeddb') return 'kept';
  return problem?.code === 'blocked' || problem?.code === 'newer' ? problem.code : 'not-kept';
}
