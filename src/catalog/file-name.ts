/** The names that authored files may have, and the ids that authors give. */

/** Lowercase letters and digits, in groups joined by single hyphens. */
const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** A file beside the others: no folders, no spaces. */
const FILE_NAME_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Whether a text is a well formed id. */
export function isId(text: string): boolean {
  return ID_PATTERN.test(text);
}

/** What to tell an author whose id is not well formed. */
export function idRule(value: string): string {
  return `“${value}” kan geen id zijn. Gebruik kleine letters, cijfers en losse streepjes, bijvoorbeeld mijn-vraag`;
}

/** Whether a text names a file without a folder. */
export function isFileName(text: string): boolean {
  return FILE_NAME_PATTERN.test(text);
}

/** What to tell an author whose file name holds more than a name. */
export function fileNameRule(value: string): string {
  return `“${value}” kan geen bestandsnaam zijn. Gebruik letters, cijfers, punten en streepjes, zonder map`;
}

/** The name of the file of the module at a place in the list, counted from 0: `03-neem-eigenaarschap.md`. */
export function moduleFileName(index: number, id: string): string {
  return `${String(index + 1).padStart(2, '0')}-${id}.md`;
}
