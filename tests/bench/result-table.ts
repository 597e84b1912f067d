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

/** Lines of columns, ready to print. */
export function formatTable(rows: readonly (Result | Skipped)[]): string {
  const cells = rows.map((row) =>
    'reason' in row
      ? [row.name, '', '', '', '', `skipped: ${row.reason}`]
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
