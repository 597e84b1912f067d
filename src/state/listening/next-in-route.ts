import { episodeId, type Sound } from '../../model/sound.ts';
import type { ContentState } from '../content.ts';
import type { LoadedAudio } from './now-playing.ts';

/** The author's order: the episode of the module if it is there, else the next module that has sound. */
export function nextInRoute(
  content: ContentState,
  { routeId, moduleId, summary }: LoadedAudio,
): Sound | undefined {
  const modules = content.route(routeId)?.modules ?? [];
  const place = modules.findIndex(({ id }) => id === moduleId);
  return (
    content.sound(routeId, episodeId(summary.id)) ??
    modules.slice(place + 1).find((candidate) => candidate.audio !== undefined)
  );
}
