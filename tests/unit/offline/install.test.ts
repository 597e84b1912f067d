import { expect, it } from 'vitest';
import { watchInstall } from '../../../src/offline/install.ts';

/** A window that can offer to install. */
class FakeWindow extends EventTarget {
  navigator: { standalone?: boolean } = {};
  isStandalone = false;
  prompts = 0;

  matchMedia(query: string): { matches: boolean } {
    return { matches: query === '(display-mode: standalone)' && this.isStandalone };
  }

  offer(): Event {
    const event = new Event('beforeinstallprompt', { cancelable: true });
    Object.assign(event, {
      prompt: async () => {
        this.prompts += 1;
      },
    });
    this.dispatchEvent(event);
    return event;
  }

  asWindow(): Window {
    return this as unknown as Window;
  }
}

it('keeps the offer of the browser for one tap', () => {
  const window = new FakeWindow();
  const install = watchInstall(window.asWindow());
  const seen: boolean[] = [];
  install.onChange((canInstall) => seen.push(canInstall));
  expect(install.canInstall).toBe(false);
  expect(window.offer().defaultPrevented).toBe(true);
  expect(install.canInstall).toBe(true);
  install.install();
  install.install();
  expect(window.prompts).toBe(1);
  expect(seen[0]).toBe(true);
  expect(install.canInstall).toBe(false);
});

it('has nothing to offer once installed', () => {
  const window = new FakeWindow();
  const install = watchInstall(window.asWindow());
  window.offer();
  window.dispatchEvent(new Event('appinstalled'));
  expect(install.canInstall).toBe(false);
});

it('knows an installed app, also on iOS', () => {
  const window = new FakeWindow();
  const install = watchInstall(window.asWindow());
  expect(install.isStandalone).toBe(false);
  window.navigator.standalone = true;
  expect(install.isStandalone).toBe(true);
  window.navigator = {};
  window.isStandalone = true;
  expect(install.isStandalone).toBe(true);
});
