/** From what was measured to a table with a limit in every row. */

/** One row of the table. */
export interface Result {
  name: string;
  unit: string;
  app: number;
  /** What the bare page takes, or what it was at first. */
  beside: number;
  /** The app may take so much at most. */
  limit: number;
}

/** A row that could not be measured here, and why. */
export interface Skipped {
  name: string;
  reason: string;
}

/** Set to 1, a row that could not be measured on this machine is no fault. */
const ALLOW_SKIP = 'BENCH_ALLOW_SKIP';

/** The middle of the values; of an even number the mean of both in the middle. @throws when there are none */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('the median of nothing');
  return (lower + upper) / 2;
}

/** A value that is no number meets nothing. */
export function isMet({ app, limit }: Result): boolean {
  return app <= limit;
}

/**
 * What a bench ends with: 0 when every limit is met.
 *
 * @param maySkip - Whether a row that could not be measured is accepted; else it fails like a limit that is not met.
 */
export function exitCodeOf(rows: readonly (Result | Skipped)[], maySkip: boolean): 0 | 1 {
  return rows.every((row) => ('reason' in row ? maySkip : isMet(row))) ? 0 : 1;
}

/** Prints the table and ends the program by it. */
export function report(rows: readonly (Result | Skipped)[]): void {
  console.log(formatTable(rows));
  const maySkip = process.env[ALLOW_SKIP] === '1';
  if (!maySkip && rows.some((row) => 'reason' in row)) {
    console.log(
      `A row is SKIPPED, so this run proves nothing of it. ${ALLOW_SKIP}=1 accepts that.`,
    );
  }
  process.exitCode = exitCodeOf(rows, maySkip);
}

/** Lines of columns, ready to print. */
export function formatTable(rows: readonly (Result | Skipped)[]): string {
  const cells = rows.map((row) =>
    'reason' in row
      ? [row.name, '', '', '', '', `SKIPPED: ${row.reason}`]
      : [
          row.name,
          row.unit,
          row.app.toFixed(2),
          row.beside.toFixed(2),
          row.limit.toFixed(2),
          isMet(row) ? 'met' : 'NOT MET',
        ],
  );
  const table = [['', 'unit', 'app', 'beside', 'limit', ''], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...table.map((line) => line[column]?.length ?? 0)),
  );
  return table
    .map((line) =>
      line
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column >= 2 && column <= 4 ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
