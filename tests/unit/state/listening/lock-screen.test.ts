import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLockScreen } from '../../../../src/state/listening/lock-screen.ts';
import { SettingsModel, type SettingsState } from '../../../../src/state/settings.ts';
import { FakeSession } from '../../../fixtures/fake-media-session.ts';
import { audioOf, summaryOf } from '../../../fixtures/learning-route.ts';
import { BETWEEN, createListeningApp } from '../../../fixtures/listening-app.ts';

const LENGTH = 100;
const modules = ['a', 'b'].map((id) => summaryOf(id, { audio: audioOf(id, LENGTH) }));

let app: ReturnType<typeof createListeningApp>;
let settings: SettingsState;
let session: FakeSession;

beforeEach(() => {
  session = new FakeSession();
  vi.stubGlobal('navigator', { mediaSession: session });
  vi.stubGlobal(
    'MediaMetadata',
    class {
      constructor(init: MediaMetadataInit) {
        Object.assign(this, init);
      }
    },
  );
  app = createListeningApp(modules);
  settings = new SettingsModel({ save: () => undefined });
});

afterEach(() => vi.unstubAllGlobals());

/** Its code comes with the engine, so the sound may be under way. */
function lock(): void {
  app.shown.lockScreen = createLockScreen({ base: '/pad/', settings, ...app });
}

test('shows the module, the route and the icon, at an address that holds in every folder', async () => {
  lock();
  await app.playback.playModule('r', 'b');
  await app.advance(0.3);
  const route = app.content.route('r')?.title;
  expect(route).toBeTruthy();
  expect(session.metadata).toMatchObject({
    title: modules[1]?.title,
    artist: route,
    album: route,
    artwork: [{ src: '/pad/icons/icon-512.png', sizes: '512x512', type: 'image/png' }],
  });
});

test('what sounds already when its code comes is shown at once', async () => {
  await app.playback.playModule('r', 'a', 40);
  await app.advance(0.3);
  lock();
  expect(session.playbackState).toBe('playing');
  expect(session.metadata).toMatchObject({ title: modules[0]?.title });
  expect(session.position?.duration).toBe(LENGTH);
  expect(session.position?.position).toBeCloseTo(40.2, 0);
});

test('goes back and on by the steps of the settings', async () => {
  lock();
  await app.playback.playModule('r', 'a', 50);
  await app.advance(0.3);
  settings.set('backStep', 20);
  settings.set('forwardStep', 10);
  const before = app.playback.exactTime() ?? 0;
  session.press('seekbackward');
  expect(app.playback.exactTime()).toBeCloseTo(before - 20, 1);
  session.press('seekforward');
  expect(app.playback.exactTime()).toBeCloseTo(before - 10, 1);
});

test('between two modules it says that it plays, at the end of the first, and a press pauses', async () => {
  lock();
  await app.playback.playModule('r', 'a', LENGTH - 1);
  await app.advance(1.1 + BETWEEN / 2);
  expect(app.playback.upNext.value?.id).toBe('b');
  expect(session.playbackState).toBe('playing');
  expect(session.position?.position).toBe(LENGTH);
  session.press('pause');
  await app.advance(0.2);
  expect(session.playbackState).toBe('paused');

  session.press('play');
  await app.advance(0.3);
  expect(session.playbackState).toBe('playing');
  expect(session.metadata).toMatchObject({ title: modules[1]?.title });
  expect(session.position?.position).toBeLessThan(1);
});

test('a place that is asked for between two modules is played, and shown as playing', async () => {
  lock();
  await app.playback.playModule('r', 'a', LENGTH - 1);
  await app.advance(1.1 + BETWEEN / 2);
  session.press('seekto', { seekTime: 30 });
  await app.advance(0.3);
  expect(session.playbackState).toBe('playing');
  expect(session.metadata).toMatchObject({ title: modules[0]?.title });
  expect(app.playback.exactTime()).toBeGreaterThan(29.9);
  expect(app.playback.exactTime()).toBeLessThan(31);
});
