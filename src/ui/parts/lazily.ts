/**
 * Makes something when it is first asked for, and once. For the browser's formatters: each takes the page some
 * milliseconds, on a slow phone tens of them, and most pages need few.
 */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
