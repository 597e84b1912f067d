/** Joins the player with storage, downloads and the lock screen. */
import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { HeardRange } from '../../model/coverage.ts';
import { fitProgress } from '../../model/fit-progress.ts';
import { rateSetting, storedRate } from '../../model/playback-rate.ts';
import { audioKey, emptyProgress, type Progress } from '../../model/progress.ts';
import { withPresentKeys } from '../../model/renamed.ts';
import { OTHER_CHOICES } from '../../model/settings.ts';
import type { Sound } from '../../model/sound.ts';
import type { ScriptUrls } from '../../offline/script-urls.ts';
import type { AudioEngine } from '../../player/audio-engine.ts';
import { createPositionSaver } from '../../player/position-saver.ts';
import type { LateStorage } from '../../storage/late-storage.ts';
import type { AppStorage } from '../../storage/open-storage.ts';
import type { AppearanceState } from '../appearance.ts';
import type { ContentState } from '../content.ts';
import type { DownloadsState } from '../offline/downloads.ts';
import type { SettingsState } from '../settings.ts';
import { type ChooseUrl, createChooseUrl } from './choose-url.ts';
import { nextInRoute } from './next-in-route.ts';
import type { LoadedAudio } from './now-playing.ts';
import { PlaybackModel, type PlaybackState } from './playback.ts';
import type { PlayingParts } from './playing-parts.ts';
import { ProgressModel, type ProgressState } from './progress.ts';

export interface ConnectListeningOptions {
  base: string;
  storage: LateStorage;
  content: ContentState;
  settings: SettingsState;
  appearance: AppearanceState;
  downloads: DownloadsState;
  createEngine: () => Promise<AudioEngine>;
  scriptUrl: ScriptUrls;
  hasEnded: ReadonlySignal<boolean>;
  /** What follows started by itself. */
  onAdvance: (ended: LoadedAudio, next: Sound) => void;
}

/** Makes player and progress; `begin` reads what is stored and follows the page's life. */
export function connectListening(options: ConnectListeningOptions): {
  playback: PlaybackState;
  progress: ProgressState;
  chooseUrl: ChooseUrl;
  addHeard(range: HeardRange): void;
  /** Fulfilled once what is stored was read, or could not be. */
  whenRead: Promise<void>;
  begin(): void;
} {
  const { base, storage, content, downloads, settings } = options;
  let playing: PlayingParts | undefined;
  let stored: Readonly<Record<string, unknown>> = {};
  let tellRead = () => {};
  const whenRead = new Promise<void>((resolve) => {
    tellRead = resolve;
  });
  const save = async (record: Progress) => (await storage.open()).progress.save(record);
  const progress = new ProgressModel({
    save,
    now: Date.now,
  });
  const chooseUrl = createChooseUrl(base, downloads);
  const saver = createPositionSaver({
    save: (record) =>
      playing && playback.isPlaying.peek() ? playing.savePosition(record) : save(record),
    tail: {
      savePosition: (record) => storage.opened?.tail.savePosition(record),
      removePosition: (key) => storage.opened?.tail.removePosition(key),
    },
    now: Date.now,
    onProgress: (record) => progress.put(record),
    isSeen,
  });

  function begin(loaded: LoadedAudio): void {
    const { routeId, summary } = loaded;
    const key = audioKey(routeId, summary.id);
    const known = progress.all.peek().get(key) ?? emptyProgress(key, Date.now());
    saver.begin(fitProgress(known, summary.audio), summary.completion);
    playing?.lockScreen.show(loaded);
  }

  function createEngine(): Promise<AudioEngine> {
    void fetchPlayingParts().catch(() => undefined);
    return options.createEngine();
  }

  /** Without them the sound plays all the same; the next page has them. */
  async function fetchPlayingParts(): Promise<void> {
    const [{ createPlayingParts }, opened] = await Promise.all([
      import('./playing-parts.ts'),
      storage.open(),
    ]);
    if (options.hasEnded.peek()) return;
    playing ??= createPlayingParts({ ...options, playback, storage: opened });
  }

  const playback: PlaybackState = new PlaybackModel({
    content,
    progress,
    createEngine,
    chooseUrl,
    isSeen,
    keeper: {
      begin,
      onFact(event) {
        saver.onFact(event);
        playing?.lockScreen.onFact(event);
      },
      onFactBetween: (event) => playing?.lockScreen.onFact(event),
      moveTo: (position) => saver.moveTo(position),
    },
    onAdvance: options.onAdvance,
    betweenUrl: `${base}sounds/tussen.mp3`,
    chooseNext: (ended) =>
      settings.values.peek().autoNext ? nextInRoute(content, ended) : undefined,
    // An odd one stays as it is stored: the player tells about it.
    rateOf: (routeId) => OTHER_CHOICES.playbackRate.read(storedRate(stored, routeId)),
    saveRate(rate, routeId) {
      const name = rateSetting(routeId);
      stored = { ...stored, [name]: rate };
      const saving = storage.open().then(({ settings }) => settings.save(name, rate));
      saving.catch(() => undefined);
    },
  });

  function takeSettings(found: Readonly<Record<string, unknown>>): void {
    stored = found;
    settings.fill(found);
    options.appearance.fill(found);
    // The speed among them.
    playback.restorePosition();
  }

  async function read(opened: AppStorage): Promise<void> {
    const [records, found] = await Promise.all([opened.progress.loadAll(), opened.settings.load()]);
    progress.fill(withPresentKeys(content.catalog.peek(), records));
    takeSettings(found);
    const loaded = playback.loaded.peek();
    if (loaded && !playback.isPlaying.peek()) begin(loaded);
  }

  return {
    playback,
    progress,
    chooseUrl,
    addHeard: saver.addHeard,
    whenRead,
    begin() {
      effect(() => {
        if (!options.hasEnded.value) return;
        playback.close();
        playing?.end();
      });
      void storage.whenOpened.then((opened) => {
        // What cannot be read now is still stored; the storage has told why.
        const readAgain = () => read(opened).catch(() => undefined);
        void readAgain().then(tellRead);
        opened.onKindChange(() => void readAgain());
        opened.onSettings(takeSettings);
      });
      addEventListener('pagehide', () => saver.flush(playback.exactTime()));
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') saver.flush(playback.exactTime());
        else playback.catchUp();
      });
    },
  };
}

function isSeen(): boolean {
  return document.visibilityState === 'visible';
}
