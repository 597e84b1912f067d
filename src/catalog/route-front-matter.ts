/** The front matter of `route.md`, key by key. */

import { RESERVED_ROUTE_IDS } from '../model/address.ts';
import { type LearningRoute, STRAND_COLORS, type StrandColor } from '../model/learning-route.ts';
import { suggestWord } from './closest-word.ts';
import type { Placed, ProblemSink } from './content-problem.ts';
import { FieldReader } from './field-reader.ts';
import type { FrontMatter } from './front-matter.ts';
import { readFormat, readLanguage, readSources } from './shared-keys.ts';

/** The keys of a route, in the order of the guide. */
const ROUTE_KEYS = [
  'format',
  'id',
  'title',
  'summary',
  'lang',
  'colors',
  'license',
  'contact',
  'modules',
  'withdrawn',
  'words',
  'sources',
] as const;

/** What the front matter of a route says; a value that was faulty is absent or left out. */
export interface RouteFields {
  id: Placed<string> | undefined;
  title: string | undefined;
  summary: string | undefined;
  lang: string | undefined;
  colors: [StrandColor, StrandColor] | undefined;
  license: string | undefined;
  contact: string | undefined;
  /** `undefined` when there is no list. */
  modules: Placed<string>[] | undefined;
  withdrawn: LearningRoute['withdrawn'];
  words: LearningRoute['words'];
  sources: LearningRoute['sources'];
}

/** Reads and checks the keys of a route. @param folder - The name of its folder, which must be its id. */
export function readRouteFields(
  frontMatter: FrontMatter,
  folder: string,
  sink: ProblemSink,
): RouteFields {
  const reader = new FieldReader(frontMatter, ROUTE_KEYS, sink);
  readFormat(reader);
  const modules = readModuleList(reader, sink);
  return {
    id: readRouteId(reader, folder),
    title: reader.text('title')?.value,
    summary: reader.text('summary')?.value,
    lang: readLanguage(reader),
    colors: readColors(reader, sink),
    license: reader.text('license')?.value,
    contact: reader.webAddress('contact', 'optional')?.value,
    modules,
    withdrawn: readWithdrawn(reader, modules ?? []),
    words: readWords(reader),
    sources: readSources(reader, 'optional'),
  };
}

function readRouteId(reader: FieldReader, folder: string): Placed<string> | undefined {
  const id = reader.id('id');
  if (!id) return undefined;
  if ((RESERVED_ROUTE_IDS as readonly string[]).includes(id.value)) {
    reader.report(
      'reserved-id',
      'id',
      `“${id.value}” gebruikt de app zelf. Kies een andere id, ook voor de map`,
    );
  } else if (id.value !== folder) {
    reader.report(
      'id-mismatch',
      'id',
      `“${id.value}” is niet de naam van de map. Maak beide gelijk: ${folder}`,
    );
  }
  return id;
}

function readModuleList(reader: FieldReader, sink: ProblemSink): Placed<string>[] | undefined {
  const ids = uniqueIds(reader.ids('modules', 'required'), sink);
  const count = reader.countItems('modules');
  if (count === 0) {
    reader.report('empty-value', 'modules', 'deze route heeft geen modules. Noem er minstens één');
  }
  return count === undefined ? undefined : ids;
}

function readColors(
  reader: FieldReader,
  sink: ProblemSink,
): [StrandColor, StrandColor] | undefined {
  const colors = reader.texts('colors', 'required');
  if (!reader.has('colors')) return undefined;
  const known = colors
    .filter(({ value }) => isStrandColor(value))
    .map(({ value }) => value as StrandColor);
  for (const { value, place } of colors) {
    if (!isStrandColor(value)) {
      const rule = `“${value}” is geen kleur van deze app. ${suggestWord(value, STRAND_COLORS)}`;
      sink.report('unknown-color', place, `colors: ${rule}`);
    }
  }
  const [first, second, ...rest] = known;
  if (first && second && rest.length === 0) return [first, second];
  if (known.length === colors.length) {
    reader.report(
      'out-of-range',
      'colors',
      `dit zijn niet twee kleuren maar ${colors.length}. Gebruik er precies twee`,
    );
  }
  return undefined;
}

function isStrandColor(text: string): text is StrandColor {
  return (STRAND_COLORS as readonly string[]).includes(text);
}

function uniqueIds(ids: Placed<string>[], sink: ProblemSink): Placed<string>[] {
  const seen = new Set<string>();
  return ids.filter(({ value, place }) => {
    if (!seen.has(value)) {
      seen.add(value);
      return true;
    }
    sink.report('doubled-id', place, `modules: “${value}” staat er twee keer. Haal er één weg`);
    return false;
  });
}

function readWithdrawn(
  reader: FieldReader,
  modules: readonly Placed<string>[],
): LearningRoute['withdrawn'] {
  const seen = new Set<string>();
  return reader.fieldList('withdrawn', ['id', 'reason'], 'optional').flatMap((entry) => {
    const id = entry.id('id')?.value;
    if (id && seen.has(id)) {
      entry.report('doubled-id', 'id', `“${id}” staat er twee keer. Haal er één weg`);
    }
    if (id) seen.add(id);
    const reason = entry.text('reason')?.value;
    if (id && modules.some(({ value }) => value === id)) {
      entry.report(
        'withdrawn-listed',
        'id',
        `“${id}” staat ook nog bij modules. Haal die daar weg`,
      );
    }
    return id && reason ? [{ id, reason }] : [];
  });
}

function readWords(reader: FieldReader): LearningRoute['words'] {
  const seen = new Set<string>();
  return reader.fieldList('words', ['term', 'meaning'], 'optional').flatMap((entry) => {
    const term = entry.text('term')?.value;
    const meaning = entry.text('meaning')?.value;
    if (!term || !meaning) return [];
    if (seen.has(term.toLowerCase())) {
      entry.report(
        'doubled-word',
        'term',
        `“${term}” staat al in de woordenlijst. Haal er één weg`,
      );
      return [];
    }
    seen.add(term.toLowerCase());
    return [{ term, meaning }];
  });
}
