/** Reads all routes of a project: the content of `catalog.json` with every file that is published beside it. */
import type { LearningModule } from '../model/learning-module.ts';
import type { Catalog } from '../model/learning-route.ts';
import {
  type ContentProblem,
  createProblemSink,
  FILE_START,
  sortProblems,
} from './content-problem.ts';
import { type ReadRouteOptions, type RouteReading, readRoute } from './read-route.ts';
import type { SourceFiles } from './source-files.ts';

/** The address of the catalog, relative to the base path. */
export const CATALOG_ADDRESS = 'catalog.json';

/** Everything that the authored files give; with problems it must not be published. */
export interface CatalogReading {
  catalog: Catalog;
  modules: LearningModule[];
  /** What is published, by its address relative to the base path; {@link CATALOG_ADDRESS} included. */
  files: Map<string, Uint8Array>;
  /** Of all files of all routes, in the order of reading. */
  problems: ContentProblem[];
}

/** The folders in `modules/` that hold anything: each is a route. In the order of their names. */
export function listRouteIds(files: SourceFiles): string[] {
  return files.list('modules').filter((name) => files.list(`modules/${name}`).length > 0);
}

/** Reads all routes. */
export async function readCatalog(
  files: SourceFiles,
  options: ReadRouteOptions = {},
): Promise<CatalogReading> {
  const readings: RouteReading[] = [];
  const problems: ContentProblem[] = [];
  const routeIds = listRouteIds(files);
  if (routeIds.length === 0) {
    createProblemSink('modules/route.md', problems).report(
      'route-file-missing',
      FILE_START,
      'Er is nog geen route. Maak een map in modules, met een route.md daarin',
    );
  }
  for (const routeId of routeIds) readings.push(await readRoute(files, routeId, options));
  const catalog: Catalog = { format: 1, routes: readings.flatMap(({ route }) => route ?? []) };
  return {
    catalog,
    modules: readings.flatMap(({ modules }) => modules),
    files: new Map([
      [CATALOG_ADDRESS, new TextEncoder().encode(JSON.stringify(catalog))],
      ...readings.flatMap((reading) => [...reading.files]),
    ]),
    problems: sortProblems([...problems, ...readings.flatMap((reading) => reading.problems)]),
  };
}
