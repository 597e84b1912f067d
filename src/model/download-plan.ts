/** Which modules should be on the device, and which may go when there is no room. */
import type { ModuleSummary } from './learning-route.ts';
import type { Bytes } from './units.ts';

/** How many unfinished modules "altijd de volgende drie" keeps. */
const KEPT_AHEAD = 3;

/** Everything that a module takes on the device: sound, text and figures. */
export function fullSize({ audio, contentSize }: ModuleSummary): Bytes {
  return (audio?.size ?? 0) + contentSize;
}

/** The first modules with sound that are not finished, in the order of the route. */
export function nextUnfinished(
  modules: readonly ModuleSummary[],
  isFinished: (summary: ModuleSummary) => boolean,
  count = KEPT_AHEAD,
): ModuleSummary[] {
  return modules.filter((entry) => entry.audio && !isFinished(entry)).slice(0, count);
}

/** A module that is on the device. */
export interface KeptModule {
  moduleId: string;
  size: Bytes;
  isFinished: boolean;
}

/** What has to go to stay below the cap. */
export interface RoomPlan {
  /** Finished modules only, the first of the route first; no more than it takes. */
  remove: string[];
  /** What is still too much after that; 0 when it fits. */
  short: Bytes;
}

/**
 * Makes room for a download. Only finished modules are ever proposed: what is still to be heard stays.
 *
 * @param kept - In the order of the route.
 * @param needed - What is to come.
 * @param cap - What all downloads together may take.
 */
export function planRoom(kept: readonly KeptModule[], needed: Bytes, cap: Bytes): RoomPlan {
  const used = kept.reduce((sum, { size }) => sum + size, 0);
  let over = used + needed - cap;
  const remove: string[] = [];
  for (const { moduleId, size, isFinished } of kept) {
    if (over <= 0) break;
    if (!isFinished) continue;
    remove.push(moduleId);
    over -= size;
  }
  return { remove, short: Math.max(0, over) };
}
