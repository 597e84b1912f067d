/** What the player can have: the own text of a module, or the podcast episode that belongs to it. */
import type { ModuleSummary } from './learning-route.ts';

/** A sound as the player knows it. `id` is that of the module, with `#episode` behind it for its episode. */
export type Sound = Pick<ModuleSummary, 'id' | 'title' | 'audio' | 'completion'>;

const EPISODE = '#episode';

/** The id of the episode of a module; `audioKey` makes the same key of it as of the module with its part. */
export function episodeId(moduleId: string): string {
  return moduleId + EPISODE;
}

/** The module that a sound belongs to, on whose page it is shown. */
export function moduleOfSound(soundId: string): string {
  return soundId.replace(EPISODE, '');
}
