/** Reads all routes of a project: the content of `catalog.json` with every file that is published beside it. */
import type { LearningModule } from '../model/learning-module.ts';
import type { Catalog } from '../model/learning-route.ts';
import { type ContentProblem, sortProblems } from './content-problem.ts';
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

/** Reads each folder in `modules/` as a route, in the order of their names. */
export async function readCatalog(
  files: SourceFiles,
  options: ReadRouteOptions = {},
): Promise<CatalogReading> {
  const readings: RouteReading[] = [];
  for (const routeId of files.list('modules')) {
    if (files.list(`modules/${routeId}`).length > 0) {
      readings.push(await readRoute(files, routeId, options));
    }
  }
  const catalog: Catalog = { format: 1, routes: readings.flatMap(({ route }) => route ?? []) };
  return {
    catalog,
    modules: readings.flatMap(({ modules }) => modules),
    files: new Map([
      [CATALOG_ADDRESS, new TextEncoder().encode(JSON.stringify(catalog))],
      ...readings.flatMap((reading) => [...reading.files]),
    ]),
    problems: sortProblems(readings.flatMap(({ problems }) => problems)),
  };
}
