/** Goes to a place in any of the sounds, with its page on screen; playing goes on, silence stays silence. */
import type { Place } from '../../model/journal.ts';
import { audioKey } from '../../model/progress.ts';
import { moduleOfSound } from '../../model/sound.ts';
import type { AppState } from '../../state/app-state.ts';

/** @returns `false` when that module or recording is no longer there. */
export function goToPlace(app: AppState, { audioKey: key, time }: Place): boolean {
  const { playback, content, location } = app;
  const [routeId = '', soundId = ''] = key.split('/');
  if (!content.sound(routeId, soundId)) return false;
  const loaded = playback.loaded.peek();
  if (loaded && audioKey(loaded.routeId, loaded.summary.id) === key) {
    playback.seek(time);
  } else {
    // Who asked for sound a moment ago is not silent.
    const isAsked = playback.isPlaying.peek() || playback.status.peek() === 'loading';
    if (isAsked) void playback.playModule(routeId, soundId, time);
    else playback.open(routeId, soundId, time);
    void location.goTo({ kind: 'module', routeId, moduleId: moduleOfSound(soundId) });
  }
  return true;
}
