/**
 * Asks the browser for what it may refuse: in a sandboxed frame, and where cookies are off, even reading the
 * name of a storage throws.
 *
 * @returns `undefined` where it is refused.
 */
export function ifAllowed<Part>(ask: () => Part): Part | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
