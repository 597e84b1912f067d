/** "Bedoelde je …?": the known word that an unknown one was probably meant to be. */

/**
 * Finds the known word that is nearest in edits (insert, remove, replace, swap of two neighbours).
 *
 * @returns `undefined` when none is near: more than two edits, or more than half of the word.
 */
export function findClosestWord(word: string, known: readonly string[]): string | undefined {
  let closest: string | undefined;
  let smallest = Math.min(3, Math.floor(word.length / 2) + 1);
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < smallest) {
      smallest = distance;
      closest = candidate;
    }
  }
  return closest;
}

/** The end of a message: a question when a near word exists, else all words that are allowed. */
export function suggestWord(word: string, known: readonly string[]): string {
  const closest = findClosestWord(word, known);
  if (closest) return `Bedoelde je ${closest}?`;
  return `Kies uit: ${known.join(', ')}`;
}

/** The optimal string alignment distance. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const isSwap =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
