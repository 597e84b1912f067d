/** What is asked of the search and what it answers: the words between the page and its worker. */
import type { NoteFilter, NoteGroup } from './note-filter.ts';
import type { Timestamp } from './units.ts';

/** Where is looked; every part that is there must hold. */
export interface SearchFilter extends NoteFilter {
  /** Only among these documents. */
  ids?: readonly string[];
}

/** Something that can be found: a note, or a text of a route. */
export interface SearchDocument {
  id: string;
  source: 'note' | 'text';
  text: string;
  /** The question or the sentence that a note is about; weighs less than its own words. */
  about: string;
  moduleId: string;
  /** Of a note. */
  group?: NoteGroup;
  /** Of a note: when it was written last. */
  updatedAt?: Timestamp;
}

/** To the worker. Documents come in portions; a question is answered from what is there at that moment. */
export type SearchRequest =
  | { kind: 'put'; documents: readonly SearchDocument[] }
  | { kind: 'remove'; ids: readonly string[] }
  | { kind: 'search'; turn: number; words: string; filter: SearchFilter; limit: number };

/** What was found, the best first, at most as many as asked for. */
export interface SearchAnswer {
  notes: string[];
  texts: string[];
  /** How many there are in all. */
  noteCount: number;
  textCount: number;
  /** The words of the index that were found, folded, for showing where they stand. */
  terms: string[];
  /** Nothing was found as it was typed: these differ by a letter. */
  isForgiving: boolean;
}

/** From the worker. */
export interface SearchReply {
  turn: number;
  answer: SearchAnswer;
}

/** Fewer letters than this would find half of everything. */
export const MIN_SEARCH_LENGTH = 2;

/** Nothing. */
export const NO_ANSWER: SearchAnswer = {
  notes: [],
  texts: [],
  noteCount: 0,
  textCount: 0,
  terms: [],
  isForgiving: false,
};
