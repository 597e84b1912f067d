/** Joins the player with storage, downloads and the lock screen. */

import { audioKey, emptyProgress, type HeardRange, type Progress } from '../../model/progress.ts';
import { withPresentKeys } from '../../model/renamed.ts';
import { resumePosition } from '../../model/resume.ts';
import { OTHER_CHOICES } from '../../model/settings.ts';
import type { Sound } from '../../model/sound.ts';
import type { AudioEngine } from '../../player/audio-engine.ts';
import type { MediaSessionView } from '../../player/media-session.ts';
import { createPositionSaver } from '../../player/position-saver.ts';
import type { LateStorage } from '../../storage/late-storage.ts';
import type { AppStorage } from '../../storage/open-storage.ts';
import type { ContentState } from '../content.ts';
import { type DownloadsState, downloadedAudioUrl } from '../offline/downloads.ts';
import type { SettingsState } from '../settings.ts';
import { nextInRoute } from './next-in-route.ts';
import type { LoadedAudio } from './now-playing.ts';
import { PlaybackModel, type PlaybackState } from './playback.ts';
import { ProgressModel, type ProgressState } from './progress.ts';

export interface ConnectListeningOptions {
  base: string;
  storage: LateStorage;
  content: ContentState;
  settings: SettingsState;
  downloads: DownloadsState;
  createEngine: () => Promise<AudioEngine>;
  /** What follows started by itself. */
  onAdvance: (ended: LoadedAudio, next: Sound) => void;
}

const RATE_SETTING = 'playbackRate';

/** Makes player and progress; `begin` reads what is stored and follows the page's life. */
export function connectListening(options: ConnectListeningOptions): {
  playback: PlaybackState;
  progress: ProgressState;
  /** Where the sound of a module is: on the device when it is proven to be there. */
  chooseUrl(summary: Sound): { url: string; fallback?: string };
  addHeard(range: HeardRange): void;
  /** Fulfilled once what is stored was read, or could not be. */
  whenRead: Promise<void>;
  begin(): void;
} {
  const { base, storage, content, downloads, settings } = options;
  let session: MediaSessionView | undefined;
  let tellRead = () => {};
  const whenRead = new Promise<void>((resolve) => {
    tellRead = resolve;
  });
  const save = async (record: Progress) => (await storage.open()).progress.save(record);
  const progress = new ProgressModel({
    save,
    now: Date.now,
  });
  const saver = createPositionSaver({
    save,
    tail: {
      savePosition: (record) => storage.opened?.tail.savePosition(record),
      removePosition: (key) => storage.opened?.tail.removePosition(key),
    },
    now: Date.now,
    onProgress: (record) => progress.put(record),
  });

  function chooseUrl(summary: Sound): { url: string; fallback?: string } {
    const network = `${base}${summary.audio?.url ?? ''}`;
    const isOnDevice = downloads.states.peek().get(summary.id)?.kind === 'ready';
    // Right after the start nobody knows yet; the worker does, and says 404 at once of what is not there.
    const canBeOnDevice = isOnDevice || !downloads.isKnown.peek();
    if (!summary.audio || !canBeOnDevice || !navigator.serviceWorker?.controller)
      return { url: network };
    return { url: downloadedAudioUrl(base, summary.audio.hash), fallback: network };
  }

  function begin(loaded: LoadedAudio): void {
    const { routeId, summary } = loaded;
    saver.begin(currentProgress(progress, routeId, summary), summary.completion);
    show(loaded);
  }

  function show({ routeId, summary }: LoadedAudio): void {
    session?.show({
      title: summary.title,
      artist: content.route(routeId)?.title ?? '',
      album: content.route(routeId)?.title ?? '',
      artwork: [{ src: `${base}icons/icon-512.png`, sizes: '512x512', type: 'image/png' }],
    });
  }

  /** The lock screen comes with the engine: before the first sound there is nothing to show. */
  async function createEngine(): Promise<AudioEngine> {
    const [{ createMediaSession }, engine] = await Promise.all([
      import('../../player/media-session.ts'),
      options.createEngine(),
    ]);
    session = createMediaSession(navigator.mediaSession, {
      play: () => void playback.play(),
      pause: () => playback.pause(),
      seekTo: (to) => playback.seek(to),
      skip: (by) => playback.skip(by),
      get currentTime() {
        return playback.currentTime.peek();
      },
      get duration() {
        return playback.duration.peek();
      },
      get rate() {
        return playback.rate.peek();
      },
      get backStep() {
        return settings.values.peek().backStep;
      },
      get forwardStep() {
        return settings.values.peek().forwardStep;
      },
    });
    const loaded = playback.loaded.peek();
    if (loaded) show(loaded);
    return engine;
  }

  const playback: PlaybackState = new PlaybackModel({
    content,
    progress,
    createEngine,
    chooseUrl,
    keeper: {
      begin,
      onFact(event) {
        saver.onFact(event);
        session?.onFact(event);
      },
      moveTo: (position) => saver.moveTo(position),
    },
    onAdvance: options.onAdvance,
    betweenUrl: `${base}sounds/tussen.mp3`,
    chooseNext: (ended) =>
      settings.values.peek().autoNext ? nextInRoute(content, ended) : undefined,
    initialRate: OTHER_CHOICES.playbackRate.defaultValue,
    saveRate: (rate) => {
      const saving = storage.open().then(({ settings }) => settings.save(RATE_SETTING, rate));
      saving.catch(() => undefined);
    },
  });

  async function read(opened: AppStorage): Promise<void> {
    const [records, stored] = await Promise.all([
      opened.progress.loadAll(),
      opened.settings.load(),
    ]);
    progress.fill(withPresentKeys(content.catalog.peek(), records));
    settings.fill(stored);
    playback.restorePosition();
    const loaded = playback.loaded.peek();
    if (loaded && !playback.isPlaying.peek()) begin(loaded);
    const rate = OTHER_CHOICES.playbackRate.read(stored[RATE_SETTING]);
    // An odd one stays as it is stored: the player tells about it.
    if (rate === stored[RATE_SETTING]) playback.setRate(rate);
  }

  return {
    playback,
    progress,
    chooseUrl,
    addHeard: saver.addHeard,
    whenRead,
    begin() {
      void storage.whenOpened.then((opened) => {
        // What cannot be read now is still stored; the storage has told why.
        const readAgain = () => read(opened).catch(() => undefined);
        void readAgain().then(tellRead);
        opened.onKindChange(() => void readAgain());
      });
      addEventListener('pagehide', () => saver.flush(playback.exactTime()));
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') saver.flush(playback.exactTime());
      });
    },
  };
}

/** What is known of a module's sound, made to fit the sound as it is now. */
function currentProgress(progress: ProgressState, routeId: string, summary: Sound): Progress {
  const key = audioKey(routeId, summary.id);
  const known = progress.all.peek().get(key) ?? emptyProgress(key, Date.now());
  const audio = summary.audio;
  if (!audio) return known;
  const isSameSound = known.audioHash === undefined || known.audioHash === audio.hash;
  return {
    ...known,
    duration: audio.duration,
    audioHash: audio.hash,
    heard: isSameSound ? known.heard : [],
    position: isSameSound ? known.position : resumePosition(known, audio.duration, audio.hash),
  };
}
