/**
 * Everything that makes the app work without a connection, and keeps it up to date: downloads, texts, the
 * service worker, and what there is to say about them. Loaded in one piece after the first view.
 */
import { computed, effect, type ReadonlySignal } from '@preact/signals-core';
import type { WorkerMessage } from '../../model/worker-message.ts';
import { cachesUntil } from '../../offline/caches-until.ts';
import { watchConnection } from '../../offline/connection.ts';
import { createDownloads } from '../../offline/create-downloads.ts';
import { createDownloadWork } from '../../offline/download-work.ts';
import workerUrl from '../../offline/download-worker.ts?worker&url';
import { findEarlierText } from '../../offline/earlier-texts.ts';
import { holdBuild } from '../../offline/open-builds.ts';
import { readEstimate } from '../../offline/persistence.ts';
import { PieceStore } from '../../offline/piece-store.ts';
import type { ScriptUrls } from '../../offline/script-urls.ts';
import { measureStorageUse } from '../../offline/storage-use.ts';
import { TextCache } from '../../offline/text-cache.ts';
import { waitFor } from '../../offline/wait-for.ts';
import { SILENCE } from '../../offline/watched-connection.ts';
import { createWorkerWork } from '../../offline/worker-work.ts';
import type { AppStorage } from '../../storage/open-storage.ts';
import { createRecordingRecords } from '../../storage/recording-records.ts';
import type { AppParts } from '../app-parts.ts';
import type { AppTools } from '../app-tools.ts';
import type { AppearanceState } from '../appearance.ts';
import { type CarriedPlaces, createCarriedPlaces } from './carried-places.ts';
import { ConnectionModel, type ConnectionState } from './connection.ts';
import { DamageModel, type DamageState } from './damage.ts';
import { watchDataLoss } from './data-loss.ts';
import { joinDownloadChannel } from './download-channel.ts';
import { DownloadWishesModel, type DownloadWishesState } from './download-wishes.ts';
import { followUpdates } from './follow-updates.ts';
import { InstallOfferModel, type InstallOfferState } from './install-offer.ts';
import { createTextKeeping, type TextKeeping } from './kept-texts.ts';
import { retryLater } from './retry-later.ts';
import { SpaceModel, type SpaceState } from './space.ts';
import { linkSplashes } from './splash-links.ts';

/** The parts of the app that this builds on. */
export interface OfflineParts extends Omit<AppParts, 'location'> {
  storage: AppStorage;
  appearance: AppearanceState;
  tools: ReadonlySignal<AppTools | undefined>;
  /** Lets the address of a worker through, as the page's policy asks. */
  scriptUrl: ScriptUrls;
  /** Tells the service worker something. */
  send(message: WorkerMessage): void;
  /** What carries out the wish for a new version. */
  onUpdateAsked(act: () => void): void;
  /** Fetches the code of the tools, for what only they know. */
  fetchTools(): Promise<void>;
  /** Fetches the code of the notices, before there is anything to say. */
  prepareNotices(): Promise<void>;
}

/** What the screens read and ask. */
export interface OfflineTools {
  wishes: DownloadWishesState;
  connection: ConnectionState;
  space: SpaceState;
  isAppMissing: TextKeeping['isAppMissing'];
  installOffer: InstallOfferState;
  damage: DamageState;
  carried: CarriedPlaces;
}

/** @param onStarted - Called before anything is fetched. */
export async function startOffline(
  parts: OfflineParts,
  onStarted: (tools: OfflineTools) => void,
): Promise<void> {
  const { base, storage, content, device, downloads, playback, progress, settings } = parts;
  const baseUrl = new URL(base, location.href).href;
  const isOnline = () => navigator.onLine;
  linkSplashes(parts);
  followUpdates(parts, baseUrl);
  // What nothing can answer from is not to be kept.
  if (!('caches' in globalThis) || !navigator.serviceWorker) return;

  const caches = cachesUntil(globalThis.caches, () => device.hasEnded.peek());
  const deps = { fetch: globalThis.fetch.bind(globalThis), caches, baseUrl };
  let worker: Worker | undefined;
  const texts = new TextCache(deps);
  const { keep: keepTexts, isAppMissing } = createTextKeeping(parts, texts);
  const others = joinDownloadChannel(() => storage.kind === 'indexeddb');
  const queue = createDownloads({
    ...deps,
    ...(others ? { others } : {}),
    records: storage.downloads,
    now: Date.now,
    onKnown() {
      downloads.setKnown();
      keepTexts();
    },
    mayErase: holdBuild(navigator.locks, __BUILD__),
    forgetAudio: (hash) => parts.send({ kind: 'forget-audio', hash }),
    ...(navigator.locks ? { locks: navigator.locks } : {}),
    work: createWorkerWork({
      baseUrl,
      createWorker() {
        worker = new Worker(parts.scriptUrl(workerUrl));
        return worker;
      },
      otherwise: createDownloadWork({
        ...deps,
        pieces: new PieceStore(deps.caches, baseUrl),
        texts,
        patience: SILENCE,
        wait: waitFor,
      }),
    }),
  });
  downloads.attach(queue);
  effect(() => {
    if (!device.hasEnded.value) return;
    queue.pause();
    worker?.terminate();
  });
  const connection = new ConnectionModel({ watch: watchConnection(navigator), settings });
  const wishes = new DownloadWishesModel({
    downloads,
    connection,
    settings,
    progress,
    content,
    loadedId: () => playback.loaded.peek()?.summary.id,
    download: (modules) => queue.download(modules),
    hold: (isHeld) => queue.hold(isHeld),
    clock: () => performance.now(),
  });
  const carried = createCarriedPlaces({
    content,
    progress,
    playback,
    findEarlier: ({ id, aliases }, hash) =>
      findEarlierText(deps.caches, baseUrl, [id, ...aliases], hash),
    save: (record) => storage.progress.save(record),
    loadUnsure: async () => (await storage.settings.load()).unsurePlaces,
    keepUnsure: (unsure) => storage.settings.save('unsurePlaces', unsure),
  });
  const stored = await storage.settings.load().catch(() => ({}) as Record<string, unknown>);
  onStarted({
    wishes,
    connection,
    isAppMissing,
    space: new SpaceModel({
      measure: () => measureStorageUse(deps.caches, storage.records),
      estimate: () => readEstimate(navigator.storage),
    }),
    installOffer: new InstallOfferModel({
      device,
      progress,
      settings,
      wasOffered: stored.wasInstallOffered === true,
      prepare: parts.prepareNotices,
    }),
    damage: new DamageModel({
      playback,
      downloads,
      isOnline,
      check: (moduleId, isRepairing) => queue.check(moduleId, isRepairing),
    }),
    carried,
  });
  downloads.takeWishes(wishes.request);
  void fetchForRecordings(parts);
  if (storage.kind === 'indexeddb') {
    // What cannot be read now is no loss yet.
    await watchDataLoss({ ...parts, caches, baseUrl }).catch(() => undefined);
  }
  await carried.carryAll();

  const modules = content.catalog.peek().routes.flatMap((route) => route.modules);
  retryLater({
    window,
    document,
    isOnline,
    isStopped: computed(() => downloads.hasLostLine.value || !downloads.areTextsKept.value),
    bytes: () => downloads.totals.peek().bytes + wishes.open.peek().bytes,
    retry(cause) {
      queue.retry(cause);
      if (!downloads.areTextsKept.peek()) keepTexts();
    },
  });
  await queue.start(modules);
}

/** The route page goes on with the episode that was under way, and only the tools know which ones are there. */
async function fetchForRecordings({ storage, fetchTools }: OfflineParts): Promise<void> {
  const { records, guard } = storage;
  // What cannot be read now is still stored; the storage has told why.
  const known = await createRecordingRecords(records, guard)
    .loadAll()
    .catch(() => []);
  if (known.length > 0) await fetchTools();
}
