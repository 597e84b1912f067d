/** Reads and writes `narration.json`: short, and one sentence a line so that a change is easy to see. */
import type { NarrationTiming } from '../../model/narration.ts';
import type { Seconds } from '../../model/units.ts';

const PEAKS_PER_LINE = 20;

/** Formats a timing; times are rounded to milliseconds. */
export function formatTiming(timing: NarrationTiming): string {
  const peaks: string[] = [];
  for (let from = 0; from < timing.peaks.length; from += PEAKS_PER_LINE) {
    peaks.push(`    ${timing.peaks.slice(from, from + PEAKS_PER_LINE).join(', ')}`);
  }
  const lines = [
    `  "format": ${timing.format}`,
    `  "textHash": ${JSON.stringify(timing.textHash)}`,
    `  "voiceHash": ${JSON.stringify(timing.voiceHash)}`,
    `  "duration": ${roundTime(timing.duration)}`,
    `  "chapters": ${formatRows(timing.chapters)}`,
    `  "sentences": ${formatRows(timing.sentences)}`,
    `  "questions": ${formatRows(timing.questions)}`,
    `  "peaks": [\n${peaks.join(',\n')}\n  ]`,
  ];
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Reads only the two hashes; `undefined` when the text is no timing file of this format. */
export function readHashes(
  text: string,
): Pick<NarrationTiming, 'textHash' | 'voiceHash'> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { format, textHash, voiceHash } = value as Record<string, unknown>;
  if (format !== 1 || typeof textHash !== 'string' || typeof voiceHash !== 'string') {
    return undefined;
  }
  return { textHash, voiceHash };
}

/** A time in whole milliseconds, still in seconds. */
function roundTime(time: Seconds): Seconds {
  return Math.round(time * 1000) / 1000;
}

function formatRows(rows: readonly object[]): string {
  const formatted = rows.map((row) => {
    const fields = Object.entries(row).map(([name, value]) => {
      const shown = typeof value === 'number' ? roundTime(value) : value;
      return `${JSON.stringify(name)}: ${JSON.stringify(shown)}`;
    });
    return `    { ${fields.join(', ')} }`;
  });
  return formatted.length === 0 ? '[]' : `[\n${formatted.join(',\n')}\n  ]`;
}
