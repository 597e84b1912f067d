/** Matches the module files in a folder with the list in `route.md`, and checks what modules say of each other. */
import { type AuthoredModule, readAuthoredModule } from './authored-module.ts';
import { findClosestWord } from './closest-word.ts';
import { FILE_START, type Placed, type ProblemSink } from './content-problem.ts';
import { moduleFileName } from './file-name.ts';
import type { OpenSink } from './join-narration.ts';
import type { SourceFiles } from './source-files.ts';

/**
 * Reads all module files of a route, listed or not.
 *
 * @param listed - The ids in the order of the route; `undefined` when that list could not be read.
 * @returns The listed modules that have a file, in the order of the list.
 */
export async function readListedModules(
  files: SourceFiles,
  routeId: string,
  listed: readonly Placed<string>[] | undefined,
  routeSink: ProblemSink,
  openSink: OpenSink,
): Promise<AuthoredModule[]> {
  const folder = `modules/${routeId}`;
  const authored = new Map<string, AuthoredModule | undefined>();
  for (const name of files.list(folder)) {
    if (!name.endsWith('.md') || name === 'route.md') continue;
    const nameId = name.replace(/^\d+-/, '').replace(/\.md$/, '');
    const sink = openSink(`${folder}/${name}`);
    authored.set(name, await readAuthoredModule(files, { routeId, nameId, sink }));
  }
  if (!listed) return [...authored.values()].filter((module) => module !== undefined);
  const modules: AuthoredModule[] = [];
  for (const [index, id] of listed.entries()) {
    const expected = moduleFileName(index, id.value);
    const [name, module] = findFile(authored, expected, id.value) ?? [];
    if (name === undefined) {
      reportMissing(id, expected, folder, [...authored.keys()], routeSink);
      continue;
    }
    authored.delete(name);
    if (!module) continue;
    if (name !== expected) {
      module.sink.report(
        'module-order',
        FILE_START,
        `Deze module staat in route.md op plaats ${index + 1}. Noem het bestand ${expected} of verander de lijst`,
      );
    } else if (module.fields?.id && module.id !== id.value) {
      module.sink.report(
        'id-mismatch',
        module.idPlace,
        `id: “${module.id}” is niet de naam van het bestand. Maak beide gelijk: ${id.value}`,
      );
    }
    modules.push({ ...module, id: id.value });
  }
  for (const name of authored.keys()) {
    openSink(`${folder}/${name}`).report(
      'module-not-listed',
      FILE_START,
      'Deze module staat niet in de lijst van route.md. Zet de id bij modules of haal het bestand weg',
    );
  }
  checkNames(modules);
  checkRequirements(
    modules,
    listed.map(({ value }) => value),
  );
  return modules;
}

/** By the name that it should have; else by the id that it says, or that is in its name. */
function findFile(
  authored: ReadonlyMap<string, AuthoredModule | undefined>,
  expected: string,
  id: string,
): [string, AuthoredModule | undefined] | undefined {
  if (authored.has(expected)) return [expected, authored.get(expected)];
  return [...authored].find(([, module]) => module?.id === id);
}

function reportMissing(
  id: Placed<string>,
  expected: string,
  folder: string,
  names: readonly string[],
  sink: ProblemSink,
): void {
  const closest = findClosestWord(expected, names);
  const way = closest
    ? `Bedoelde je het bestand ${closest}?`
    : 'Maak het bestand of haal de id uit de lijst';
  sink.report('module-file-missing', id.place, `modules: ${folder}/${expected} is er niet. ${way}`);
}

/** An old name may not be the name of another module, nor the old name of two. */
function checkNames(modules: readonly AuthoredModule[]): void {
  const taken = new Set(modules.map(({ id }) => id));
  for (const { fields, sink } of modules) {
    for (const { value, place } of fields?.aliases ?? []) {
      if (taken.has(value)) {
        sink.report(
          'doubled-id',
          place,
          `aliases: “${value}” is al de naam van een module in deze route. Kies een andere of haal die weg`,
        );
      }
      taken.add(value);
    }
  }
}

/** @param listed - Also holds modules whose file could not be read: they exist, and were reported. */
function checkRequirements(modules: readonly AuthoredModule[], listed: readonly string[]): void {
  const byId = new Map(modules.map((module) => [module.id, module]));
  for (const { fields, sink } of modules) {
    for (const { value, place } of fields?.requires ?? []) {
      if (listed.includes(value)) continue;
      const closest = findClosestWord(value, listed);
      const way = closest ? `Bedoelde je ${closest}?` : 'Gebruik de id van een module uit de lijst';
      sink.report(
        'unknown-requirement',
        place,
        `requires: “${value}” is geen module van deze route. ${way}`,
      );
    }
  }
  const done = new Set<string>();
  for (const module of modules) reportCycle(module, [], byId, done);
}

/** Goes down from one module; a way that comes back to a module on it is reported once, where it closes. */
function reportCycle(
  module: AuthoredModule,
  way: readonly string[],
  byId: ReadonlyMap<string, AuthoredModule>,
  done: Set<string>,
): void {
  if (done.has(module.id)) return;
  const here = [...way, module.id];
  for (const { value, place } of module.fields?.requires ?? []) {
    const start = here.indexOf(value);
    const next = byId.get(value);
    if (start >= 0) {
      const circle = [...here.slice(start), value].join(' → ');
      module.sink.report(
        'requirement-cycle',
        place,
        `requires: deze modules vragen om elkaar: ${circle}. Haal er één weg`,
      );
    } else if (next) {
      reportCycle(next, here, byId, done);
    }
  }
  done.add(module.id);
}
