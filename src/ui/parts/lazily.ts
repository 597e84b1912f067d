/** Makes what takes long only when it is needed, or when the page has nothing else to do. */

/** What {@link lazily} gives: makes it at the first call. */
export type Lazy<T> = () => T;

/**
 * Makes something once, when it is asked for. For the browser's formatters: the first one reads its data of the
 * language, which takes a slow phone a tenth of a second.
 */
export function lazily<T extends object>(make: () => T): Lazy<T> {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Makes each in a quiet moment of its own. In Safari, which tells of none, when it is asked for. */
export function makeWhenIdle(things: readonly Lazy<object>[]): void {
  if (!('requestIdleCallback' in globalThis)) return;
  for (const thing of things) requestIdleCallback(() => thing());
}
