/** Lets taps and drawing go before what comes next: long work is done in tasks of its own. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
