/** What the lock screen and the headset show and press, joined with the player. Its code comes with the engine. */
import { createMediaSession, type MediaSessionView } from '../../player/media-session.ts';
import type { ContentState } from '../content.ts';
import type { SettingsState } from '../settings.ts';
import type { LoadedAudio } from './now-playing.ts';
import type { PlaybackState } from './playback.ts';

export interface LockScreenParts {
  base: string;
  content: ContentState;
  playback: PlaybackState;
  settings: SettingsState;
}

/** As the platform's controls have it, told in modules. */
export interface LockScreen extends Pick<MediaSessionView, 'onFact' | 'clear'> {
  show(loaded: LoadedAudio): void;
}

/** Makes it; a sound that is under way already is shown at once. */
export function createLockScreen({
  base,
  content,
  playback,
  settings,
}: LockScreenParts): LockScreen {
  const session = createMediaSession(navigator.mediaSession, {
    play: () => void playback.play(),
    pause: () => playback.pause(),
    seekTo: (to) => playback.seek(to),
    skip: (by) => playback.skip(by),
    get currentTime() {
      return playback.exactTime() ?? playback.currentTime.peek();
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

  function show({ routeId, summary }: LoadedAudio): void {
    const title = content.route(routeId)?.title ?? '';
    session.show({
      title: summary.title,
      artist: title,
      album: title,
      artwork: [{ src: `${base}icons/icon-512.png`, sizes: '512x512', type: 'image/png' }],
    });
  }

  const loaded = playback.loaded.peek();
  if (loaded) show(loaded);
  if (playback.isPlaying.peek()) session.onFact({ kind: 'playing' });
  return { show, onFact: session.onFact, clear: session.clear };
}
