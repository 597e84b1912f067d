/** Versions of the app: which one waits, when it may take over, and code that went missing meanwhile. */
import { createAppUpdate } from '../../offline/app-update.ts';
import type { ScriptUrls } from '../../offline/script-urls.ts';
import { ifAllowed } from '../../storage/if-allowed.ts';
import type { DeviceState } from '../device.ts';
import { createBusyTabs } from './busy-tabs.ts';
import { type BusyParts, followBusy } from './follow-busy.ts';
import { watchMissingCode } from './missing-code.ts';

export interface UpdateParts extends BusyParts {
  device: DeviceState;
  /** Lets the address of a worker through, as the page's policy asks. */
  scriptUrl: ScriptUrls;
  /** What carries out the wish for a new version. */
  onUpdateAsked(act: () => void): void;
}

/** @param baseUrl - The absolute address of the app's folder, ending with a slash. */
export function followUpdates(parts: UpdateParts, baseUrl: string): void {
  const { device } = parts;
  const update = createAppUpdate({
    container: navigator.serviceWorker,
    window,
    document,
    baseUrl,
    scriptUrls: parts.scriptUrl,
    reload: () => location.reload(),
  });
  const busy = createBusyTabs(navigator.locks);
  followBusy(parts, busy.setBusy);
  update.onWaiting(() => device.setUpdateWaiting(true));
  parts.onUpdateAsked(() => busy.whenIdle(() => update.applyUpdate()));
  watchMissingCode({
    window,
    build: __BUILD__,
    memory: ifAllowed(() => sessionStorage),
    probe: () => probeHost(`${baseUrl}sw.js`),
    whenIdle: (act) => void busy.whenIdle(act),
    reload: () => location.reload(),
    onMissing: () => device.setCodeMissing(true),
  });
  // While somebody works on the app there is no worker: it would answer from an earlier build.
  if (navigator.serviceWorker && !import.meta.env.DEV) update.start();
}

/** Whether the host itself answers: a login page of a public network is not the worker's script. */
async function probeHost(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { cache: 'no-store', method: 'HEAD' });
    return response.ok && /javascript/.test(response.headers.get('Content-Type') ?? '');
  } catch {
    return false;
  }
}
