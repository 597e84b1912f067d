import { expect, it } from 'vitest';
import { DeviceModel } from '../../../../src/state/device.ts';
import { ProgressModel } from '../../../../src/state/listening/progress.ts';
import { InstallOfferModel } from '../../../../src/state/offline/install-offer.ts';
import { SettingsModel } from '../../../../src/state/settings.ts';

/** A browser that can install the app, with a listener who finishes a module. */
function setUp({ wasOffered = false, hasConnection = true } = {}) {
  const saved: Record<string, unknown> = {};
  const settings = new SettingsModel({
    save: (name, value) => void Object.assign(saved, { [name]: value }),
  });
  const progress = new ProgressModel({ save: async () => undefined, now: () => 1 });
  const device = new DeviceModel({
    version: '',
    isStandalone: false,
    needsSteps: false,
    install: () => undefined,
    applyUpdate: () => undefined,
  });
  device.setCanInstall(true);
  const offer = new InstallOfferModel({
    device,
    progress,
    settings,
    wasOffered,
    prepare: async () => {
      if (!hasConnection) throw new Error('offline');
    },
  });
  return { offer, saved, finish: () => progress.markCompleted('r', 'een') };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

it('comes after the first finished module, and is remembered', async () => {
  const { offer, saved, finish } = setUp();
  await settled();
  expect(offer.isShown.value).toBe(false);
  await finish();
  await settled();
  expect(offer.isShown.value).toBe(true);
  expect(saved).toEqual({ wasInstallOffered: true });
});

it('does not come twice', async () => {
  const { offer, finish } = setUp({ wasOffered: true });
  await finish();
  await settled();
  expect(offer.isShown.value).toBe(false);
});

it('waits for another visit when it could not be shown', async () => {
  const { offer, saved, finish } = setUp({ hasConnection: false });
  await finish();
  await settled();
  expect([offer.isShown.value, saved]).toEqual([false, {}]);
});
