/** The one file that knows minisearch: what is kept of a text, and how words are found in it. */
import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import type { SearchAnswer, SearchDocument, SearchFilter } from '../model/search.ts';
import { foldWords } from '../model/text-search.ts';

/** An index that grows and changes while it is asked. */
export interface SearchIndex {
  /** Takes the place of an earlier document with the same id. */
  put(documents: readonly SearchDocument[]): void;
  /** An id that is not there is no fault. */
  remove(ids: readonly string[]): void;
  /** All words must be there, the last letters of each may be missing; as a last resort one letter may differ. */
  search(words: string, filter: SearchFilter, limit: number): SearchAnswer;
}

/** Shorter words have too many neighbours at one letter's distance. */
const LEAST_FORGIVEN = 4;

/** Makes an empty one. */
export function createSearchIndex(): SearchIndex {
  const index = new MiniSearch<SearchDocument>({
    fields: ['text', 'about'],
    storeFields: ['source', 'group', 'moduleId', 'updatedAt'],
    processTerm: foldWords,
    searchOptions: { prefix: true, combineWith: 'AND', boost: { text: 2 } },
  });

  function find(words: string, filter: SearchFilter, more: SearchOptions = {}): SearchResult[] {
    return index.search(words, { ...more, filter: (found) => passes(found, filter) });
  }

  return {
    put(documents) {
      for (const document of documents) {
        if (index.has(document.id)) index.replace(document);
        else index.add(document);
      }
    },
    remove(ids) {
      for (const id of ids) if (index.has(id)) index.discard(id);
    },
    search(words, filter, limit) {
      const exact = find(words, filter);
      const found =
        exact.length > 0
          ? exact
          : find(words, filter, { fuzzy: (term) => (term.length >= LEAST_FORGIVEN ? 1 : false) });
      const notes = found.filter(({ source }) => source === 'note');
      const texts = found.filter(({ source }) => source === 'text');
      const shown = [...notes.slice(0, limit), ...texts.slice(0, limit)];
      return {
        notes: notes.slice(0, limit).map(({ id }) => id),
        texts: texts.slice(0, limit).map(({ id }) => id),
        noteCount: notes.length,
        textCount: texts.length,
        terms: [...new Set(shown.flatMap(({ terms }) => terms))],
        isForgiving: exact.length === 0 && found.length > 0,
      };
    },
  };
}

/** A text of the route belongs to no group, and nobody wrote it on a day. */
function passes(found: SearchResult, { ids, group, moduleId, since }: SearchFilter): boolean {
  if (ids !== undefined && !ids.includes(found.id)) return false;
  if (moduleId !== undefined && found.moduleId !== moduleId) return false;
  if (group !== undefined && found.group !== group) return false;
  return since === undefined || (found.updatedAt ?? 0) >= since;
}
