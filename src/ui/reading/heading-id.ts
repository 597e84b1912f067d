import type { Chapter } from '../../model/learning-module.ts';

/** The id of the heading of a chapter, on the page and for the search in the text. */
export function headingId({ id }: Pick<Chapter, 'id'>): string {
  return `hoofdstuk-${id}`;
}
