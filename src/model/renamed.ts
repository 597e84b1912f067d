/** What was remembered under an earlier name of a module belongs to the module as it is called now. */
import type { KnownIds } from './address.ts';
import type { NoteWithText } from './note.ts';
import { type AudioKey, audioKey, mergeProgress, type Progress } from './progress.ts';

/** Gives a module its present name; one that nobody knows keeps the name it had. */
export function presentId(known: KnownIds, routeId: string, moduleId: string): string {
  const modules = known.routes.find((route) => route.id === routeId)?.modules ?? [];
  if (modules.some(({ id }) => id === moduleId)) return moduleId;
  return modules.find(({ aliases }) => aliases.includes(moduleId))?.id ?? moduleId;
}

/** The same for what is remembered of its sound. */
export function presentKey(known: KnownIds, key: AudioKey): AudioKey {
  const [, routeId, moduleId, episode] = /^([^/]+)\/([^#]+)(#episode)?$/.exec(key) ?? [];
  if (routeId === undefined || moduleId === undefined) return key;
  return audioKey(
    routeId,
    presentId(known, routeId, moduleId),
    episode === undefined ? undefined : 'episode',
  );
}

/** Puts all that is remembered under the present names; of two memories of one sound the newer place counts. */
export function withPresentKeys(known: KnownIds, stored: readonly Progress[]): Progress[] {
  const found = new Map<AudioKey, Progress>();
  for (const progress of stored.toSorted((a, b) => a.updatedAt - b.updatedAt)) {
    const key = presentKey(known, progress.key);
    found.set(key, mergeProgress(found.get(key), { ...progress, key }));
  }
  return [...found.values()];
}

/** A note with the present name of its module; its words and all versions stay as they are. */
export function withPresentModule(known: KnownIds, entry: NoteWithText): NoteWithText {
  const { routeId, moduleId } = entry.note;
  const present = presentId(known, routeId, moduleId);
  return present === moduleId ? entry : { ...entry, note: { ...entry.note, moduleId: present } };
}
