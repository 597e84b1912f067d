/** Joins the parts into one app: storage, player, downloads and state. Tests give fakes for the parts. */
import { ContentError, loadCatalog } from './catalog/load-content.ts';
import { type Page, readAddress } from './model/address.ts';
import { moduleOfSound } from './model/sound.ts';
import type { Milliseconds } from './model/units.ts';
import type { AudioEngine } from './player/audio-engine.ts';
import { createAddressBar } from './state/address-bar.ts';
import type { AppState } from './state/app-state.ts';
import { AppearanceModel } from './state/appearance.ts';
import { createBrowserLook } from './state/browser-look.ts';
import { connectDevice } from './state/connect-device.ts';
import { connectTools } from './state/connect-tools.ts';
import { ContentModel } from './state/content.ts';
import { afterFirstView, isFirstVisit, noteVisit } from './state/first-visit.ts';
import { followPages } from './state/follow-pages.ts';
import { connectListening } from './state/listening/connect-listening.ts';
import { onSoundElsewhere } from './state/listening/sound-channel.ts';
import { LocationModel } from './state/location.ts';
import { connectNotebook } from './state/notebook/connect-notebook.ts';
import { connectDownloads } from './state/offline/connect-downloads.ts';
import { SettingsModel } from './state/settings.ts';
import { waitAtMost } from './state/wait-at-most.ts';
import { createLateStorage } from './storage/late-storage.ts';
import { pageTitle } from './ui/frame/page-title.ts';
import { codeOf, isSheetThere, preparePage, showPage } from './ui/frame/page-view.tsx';

/** So long the first sound waits at most for the remembered place. */
const READ_LIMIT: Milliseconds = 1500;

/** The app, and the start of everything that goes on by itself. */
export interface RunningApp {
  state: AppState;
  /** Called once the first page is on screen. */
  begin(): void;
}

/**
 * Makes the app for this address.
 *
 * @param base - The folder of the app on the host, with both slashes.
 * @throws ContentError when the catalog cannot be read.
 */
export async function createApp(base: string): Promise<RunningApp> {
  const storage = createLateStorage(async () => {
    const { openStorage } = await import('./storage/open-storage.ts');
    const opened = await openStorage({
      async copyBeforeUpgrade(...stored) {
        const { copyBeforeUpgrade } = await import('./state/notebook/copy-before-upgrade.ts');
        await copyBeforeUpgrade({ indexedDB, version: __BUILD__, now: Date.now }, ...stored);
      },
    });
    if (opened.kind === 'indexeddb') noteVisit();
    return opened;
  });
  // The page shows nothing that is not so: who was here before waits for what is remembered.
  const isReturning = !isFirstVisit();
  const remembering = isReturning ? storage.open().catch(() => undefined) : undefined;
  const catalog = await loadCatalog(base);
  await remembering;
  let hasBegun = false;
  const content = new ContentModel({ base, catalog });
  const bar = createAddressBar();
  const address = bar.read();
  const path = address.path.startsWith(base) ? `/${address.path.slice(base.length)}` : '/404';
  const initial = readAddress(path, address.search, address.hash, catalog);
  const location = new LocationModel({
    base,
    initial,
    knownIds: () => catalog,
    bar,
    preparePage: prepare,
    showPage,
  });
  const device = connectDevice(base, storage);
  const downloads = connectDownloads({ onReady: device.askToKeep });
  const connectedTools = connectTools(async () => ({
    ...state,
    storage: await storage.open().then(async (opened) => {
      await notebook.prepare();
      return opened;
    }),
    chooseUrl: listening.chooseUrl,
    addHeard: listening.addHeard,
    scriptUrl: device.scriptUrl,
    send: device.send,
    end: device.end,
    onKept: device.askToKeep,
    fetchScreens: () => preparePage({ kind: 'settings' }),
    isSheetThere,
  }));
  const keepSetting = (name: string, value: unknown) => {
    const saving = storage.open().then((opened) => opened.settings.save(name, value));
    saving.catch(() => undefined);
  };
  const settings = new SettingsModel({ save: keepSetting });
  const appearance = new AppearanceModel({ ...createBrowserLook(), keep: keepSetting });
  const listening = connectListening({
    base,
    storage,
    content,
    settings,
    appearance,
    downloads: downloads.state,
    scriptUrl: device.scriptUrl,
    hasEnded: device.state.hasEnded,
    async createEngine() {
      // Before the page is taken over it must not change.
      const fetching = hasBegun ? connectedTools.fetch() : undefined;
      const [engine] = await Promise.all([
        createEngine(),
        downloads.whenKnown(),
        // Who was faster than the storage would hear the beginning, and lose the place to it.
        isReturning ? waitAtMost(READ_LIMIT, listening.whenRead) : undefined,
      ]);
      // For who was here before, the tools choose where the first play starts.
      if (listening.progress.all.peek().size > 0) await fetching;
      return engine;
    },
    onAdvance(ended, next) {
      // Who reads along is taken to the next module.
      const page = location.page.peek();
      const moduleId = moduleOfSound(next.id);
      if (page.kind !== 'module' || page.moduleId !== ended.moduleId) return;
      if (moduleId !== ended.moduleId)
        void location.goTo({ kind: 'module', routeId: ended.routeId, moduleId });
    },
  });
  const notebook = connectNotebook({
    storage,
    playback: listening.playback,
    downloads: downloads.state,
    device: device.state,
    known: catalog,
    onKept: device.askToKeep,
    onNotes: () => void connectedTools.fetch(),
  });
  const state: AppState = {
    base,
    location,
    content,
    playback: listening.playback,
    progress: listening.progress,
    notebook: notebook.state,
    downloads: downloads.state,
    appearance,
    settings,
    tools: connectedTools.tools,
    offline: downloads.tools,
    device: device.state,
  };

  async function prepare(page: Page): Promise<void> {
    await Promise.all([
      preparePage(page),
      codeOf(page).length > 0 ? notebook.prepare() : undefined,
    ]);
  }

  if (initial.kind === 'module' && initial.time === undefined && isFirstVisit()) {
    // Nothing is remembered that could be waited for: the sound comes while the page is still on its way.
    // A second that the address asks for comes later: what was prerendered stands at the beginning, and is taken
    // over as it is.
    listening.playback.open(initial.routeId, initial.moduleId);
    listening.playback.warm(true);
  }
  await prepare(initial);
  if (initial.kind === 'module') {
    await content.settled(initial.routeId, initial.moduleId);
    listening.playback.open(initial.routeId, initial.moduleId);
  }

  return {
    state,
    begin() {
      hasBegun = true;
      appearance.restore();
      location.start();
      followPages(state, {
        showTitle: (page) => {
          document.title = pageTitle(page, content);
        },
        onLaterPage: connectedTools.fetch,
      });
      listening.begin();
      notebook.begin();
      downloads.begin(async () => {
        const opened = await storage.open();
        await listening.whenRead;
        return {
          ...state,
          storage: opened,
          scriptUrl: device.scriptUrl,
          send: device.send,
          onUpdateAsked: device.onUpdateAsked,
          fetchTools: connectedTools.fetch,
          prepareNotices: () => preparePage({ kind: 'settings' }),
        };
      });
      device.begin();
      onSoundElsewhere(() => void connectedTools.fetch());
      afterFirstView(() => void storage.open().catch(() => undefined));
    },
  };
}

/** Whether the app could not start for want of the catalog, not of a piece of its code. */
export function lacksCatalog(cause: unknown): boolean {
  return cause instanceof ContentError;
}

async function createEngine(): Promise<AudioEngine> {
  const { createHowlerEngine } = await import('./player/howler-engine.ts');
  return createHowlerEngine();
}
