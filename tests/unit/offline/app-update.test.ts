import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAppUpdate } from '../../../src/offline/app-update.ts';

/** The registration of one worker script. */
class FakeRegistration extends EventTarget {
  waiting: FakeWorker | undefined;
  installing: FakeWorker | undefined;
  updates = 0;
  isOffline = false;

  async update(): Promise<void> {
    this.updates += 1;
    if (this.isOffline) throw new TypeError('Failed to update');
  }

  /** A new version is found and gets to waiting. */
  install(worker: FakeWorker): void {
    this.installing = worker;
    this.dispatchEvent(new Event('updatefound'));
    this.installing = undefined;
    this.waiting = worker;
    worker.dispatchEvent(new Event('statechange'));
  }
}

class FakeWorker extends EventTarget {
  readonly messages: unknown[] = [];

  postMessage(message: unknown): void {
    this.messages.push(message);
  }
}

class FakeContainer extends EventTarget {
  controller: FakeWorker | undefined = new FakeWorker();
  readonly registration = new FakeRegistration();
  readonly registered: string[] = [];

  async register(url: string): Promise<FakeRegistration> {
    this.registered.push(url);
    return this.registration;
  }
}

/** Window and document in one: events, timers of the test, and what is visible. */
class FakePage extends EventTarget {
  visibilityState = 'visible';
  setInterval = (act: () => void, time: number) => setInterval(act, time);
}

let container: FakeContainer;
let page: FakePage;
let reloads: number;

beforeEach(() => {
  vi.useFakeTimers();
  container = new FakeContainer();
  page = new FakePage();
  reloads = 0;
});

afterEach(() => vi.useRealTimers());

function create() {
  return createAppUpdate({
    container: container as unknown as ServiceWorkerContainer,
    window: page as unknown as Window,
    document: page as unknown as Document,
    baseUrl: 'https://luisterroute.test/app/',
    scriptUrls: (url) => `checked:${url}`,
    reload: () => {
      reloads += 1;
    },
  });
}

async function started() {
  const update = create();
  update.start();
  await vi.advanceTimersByTimeAsync(0);
  return update;
}

it('the registration comes at once, only once, and looks for a new version', async () => {
  const update = await started();
  update.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(container.registered).toEqual(['checked:sw.js']);
  expect(container.registration.updates).toBe(1);
});

describe('a new version', () => {
  it('is told once when it waits, and nothing reloads', async () => {
    const update = await started();
    const told = vi.fn();
    update.onWaiting(told);
    container.registration.install(new FakeWorker());
    container.registration.waiting?.dispatchEvent(new Event('statechange'));
    expect(told).toHaveBeenCalledTimes(1);
    container.dispatchEvent(new Event('controllerchange'));
    expect(reloads).toBe(0);
  });

  it('that already waited is told to who asks later', async () => {
    container.registration.waiting = new FakeWorker();
    const update = await started();
    const told = vi.fn();
    update.onWaiting(told);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('is none at the first installation', async () => {
    container.controller = undefined;
    const update = await started();
    const told = vi.fn();
    update.onWaiting(told);
    container.registration.install(new FakeWorker());
    expect(told).not.toHaveBeenCalled();
  });

  it('takes over when the person asks, and the page reloads once', async () => {
    const update = await started();
    const worker = new FakeWorker();
    container.registration.install(worker);
    update.applyUpdate();
    expect(worker.messages).toEqual([{ kind: 'use-new-version' }]);
    expect(reloads).toBe(0);
    container.dispatchEvent(new Event('controllerchange'));
    container.dispatchEvent(new Event('controllerchange'));
    expect(reloads).toBe(1);
  });

  it('that is not there cannot be asked for', async () => {
    const update = await started();
    update.applyUpdate();
    container.dispatchEvent(new Event('controllerchange'));
    expect(reloads).toBe(0);
  });

  it('is looked for every hour and on return, and being offline is no error', async () => {
    container.registration.isOffline = true;
    const update = await started();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(container.registration.updates).toBe(2);
    page.dispatchEvent(new Event('visibilitychange'));
    page.visibilityState = 'hidden';
    page.dispatchEvent(new Event('visibilitychange'));
    expect(container.registration.updates).toBe(3);
    await expect(update.check()).resolves.toBeUndefined();
  });
});

it('a browser without workers is left as it is', () => {
  const update = createAppUpdate({
    container: undefined,
    window: page as unknown as Window,
    document: page as unknown as Document,
    baseUrl: 'https://luisterroute.test/app/',
    scriptUrls: (url) => url,
    reload: () => expect.fail('no reload'),
  });
  update.start();
  update.applyUpdate();
  update.send({ kind: 'use-new-version' });
  expect(vi.getTimerCount()).toBe(0);
});
