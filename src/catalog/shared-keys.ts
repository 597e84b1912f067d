/** The keys that routes and modules have in common: format, language and sources. */
import type { Source } from '../model/learning-module.ts';
import type { FieldReader } from './field-reader.ts';

/** The version of the file format that this app reads. */
const FORMAT = 1;
/** From the first printed book that one could name to a century that nobody here will see. */
const YEAR_RANGE = { min: 1450, max: 2199, example: '2020', whole: true };

/** Checks that the file says which format it is in, and that it is one that can be read. */
export function readFormat(reader: FieldReader): void {
  const format = reader.number('format', { min: 1, max: 999, example: '1', whole: true });
  if (format && format.value !== FORMAT) {
    reader.report(
      'unknown-format',
      'format',
      `${format.value} is een onbekende versie. Gebruik ${FORMAT}`,
    );
  }
}

/** A language tag, as the page's `lang` attribute needs it. */
export function readLanguage(reader: FieldReader): string | undefined {
  const lang = reader.text('lang');
  if (!lang) return undefined;
  try {
    return Intl.getCanonicalLocales(lang.value)[0];
  } catch {
    reader.report(
      'malformed-language',
      'lang',
      `“${lang.value}” is geen taalcode. Gebruik bijvoorbeeld nl`,
    );
    return undefined;
  }
}

/** A year that can be right. */
export function readYear(reader: FieldReader): number | undefined {
  return reader.number('year', YEAR_RANGE)?.value;
}

/** The sources; a faulty one was reported and is left out. */
export function readSources(reader: FieldReader, need: 'required' | 'optional'): Source[] {
  return reader
    .fieldList('sources', ['title', 'publisher', 'year', 'url'], need)
    .flatMap((entry): Source[] => {
      const title = entry.text('title')?.value;
      const publisher = entry.text('publisher')?.value;
      const year = readYear(entry);
      const url = entry.webAddress('url', 'optional')?.value;
      if (!title || !publisher || year === undefined) return [];
      return [{ title, publisher, year, ...(url ? { url } : {}) }];
    });
}
