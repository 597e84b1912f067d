/** Finds the modules whose text the computer voice speaks, with what is to be said and where it goes. */
import path from 'node:path';
import type { ContentProblem } from '../../catalog/content-problem.ts';
import { textHash } from '../../catalog/narration-script.ts';
import { listRouteIds } from '../../catalog/read-catalog.ts';
import { readRoute } from '../../catalog/read-route.ts';
import type { SourceFiles } from '../../catalog/source-files.ts';
import type { NarrationJob } from './narrate-script.ts';
import { findStaleness, type Staleness } from './staleness.ts';
import { voiceHash } from './voice-hash.ts';

/** A module with `audio: narration` whose text has no faults. */
export interface NarrationTarget {
  moduleId: string;
  /** On disk. */
  folder: string;
  job: NarrationJob;
  /** Absent when the narration that is there still fits. */
  staleness: Staleness | undefined;
}

/** What there is to narrate. */
export interface TargetReading {
  targets: NarrationTarget[];
  /** Faults of all files; modules that have any are no targets. */
  problems: ContentProblem[];
  /** Every module, also those with a recording or with faults. */
  moduleIds: string[];
}

/**
 * Reads all routes of a project.
 *
 * @param rootDir - The folder on disk that `files` reads from.
 */
export async function findNarrationTargets(
  files: SourceFiles,
  rootDir: string,
): Promise<TargetReading> {
  const found: TargetReading = { targets: [], problems: [], moduleIds: [] };
  for (const routeId of listRouteIds(files)) {
    const reading = await readRoute(files, routeId, { narration: 'ignore' });
    found.problems.push(...reading.problems);
    found.moduleIds.push(...reading.scripts.keys());
    for (const { id: moduleId, audio } of reading.modules) {
      const utterances = reading.scripts.get(moduleId) ?? [];
      const isFaulty = reading.problems.some(({ path: file }) => isFileOf(moduleId, file));
      // Narration was not joined: audio that is there nevertheless is a person's recording.
      if (isFaulty || audio || utterances.length === 0) continue;
      const folder = path.join(rootDir, 'media', routeId, moduleId);
      const hashes = { textHash: await textHash(utterances), voiceHash: voiceHash(utterances) };
      found.targets.push({
        moduleId,
        folder,
        job: {
          routeTitle: reading.route?.title ?? routeId,
          utterances,
          textHash: hashes.textHash,
        },
        staleness: findStaleness(folder, hashes),
      });
    }
  }
  return found;
}

/** Whether a file in `modules/` is that of a module: `03-neem-eigenaarschap.md`. */
export function isFileOf(moduleId: string, file: string): boolean {
  return path.posix.basename(file).replace(/^\d+-/, '') === `${moduleId}.md`;
}
