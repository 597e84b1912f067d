/** The words of episodes that the listener added: they come and go with their recordings. */
import type { SearchDocument } from '../../model/search.ts';
import { moduleOfSound, type Sound } from '../../model/sound.ts';
import type { ContentState } from '../content.ts';
import { chapterDocuments, type TextPlace } from './search-documents.ts';

/** What is to be put into the index and taken out of it. */
export interface EpisodeChanges {
  put: SearchDocument[];
  remove: string[];
}

/** @param places - Gets the place of each text, and loses it again. */
export function createEpisodeDocuments(
  content: Pick<ContentState, 'episodes' | 'module'>,
  places: Map<string, TextPlace>,
): {
  /** What changed since it was asked last. */
  changes(): EpisodeChanges;
  /** From now on everything is new again. */
  forget(): void;
} {
  const known = new Map<string, { sound: Sound; ids: string[] }>();

  function documentsOf(key: string, sound: Sound): SearchDocument[] {
    const routeId = key.slice(0, -sound.id.length - 1);
    const load = content.module(routeId, sound.id).peek();
    if (load.kind !== 'ready') return [];
    const place = { routeId, moduleId: moduleOfSound(sound.id), part: 'episode' as const };
    return chapterDocuments(load.module, `${key}/`, place, places);
  }

  return {
    changes() {
      const present = content.episodes.peek();
      const gone = [...known].filter(([key, { sound }]) => present.get(key) !== sound);
      const remove = gone.flatMap(([, { ids }]) => ids);
      for (const id of remove) places.delete(id);
      for (const [key] of gone) known.delete(key);
      const put: SearchDocument[] = [];
      for (const [key, sound] of present) {
        if (known.has(key)) continue;
        const documents = documentsOf(key, sound);
        known.set(key, { sound, ids: documents.map(({ id }) => id) });
        put.push(...documents);
      }
      return { put, remove };
    },
    forget: () => known.clear(),
  };
}
