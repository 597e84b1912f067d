/** Makes one text of versions that were written beside each other, so that no word of either is lost. */
import type { NoteContent, NoteFields, NoteKind, Revision } from './note.ts';
import { planText, readPlan } from './plan.ts';

/** The fields of a plan that hold words; of a day or an outcome only one can be so. */
const WORDS = /^(?:als|dan|obstacle|why\d)$/;

/** The words of all versions, oldest first; a text that another one holds already stands there once. */
export function joinVersions(
  kind: NoteKind,
  versions: readonly Revision[],
): Pick<NoteContent, 'text' | 'fields'> {
  const inOrder = versions.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  const names = new Set(inOrder.flatMap(({ fields }) => Object.keys(fields ?? {})));
  if (names.size === 0) return { text: joinTexts(inOrder.map(({ text }) => text)) };
  const fields: NoteFields = {};
  for (const name of names) {
    const values = inOrder.map((version) => version.fields?.[name] ?? '').filter(Boolean);
    const value = WORDS.test(name) ? joinTexts(values) : values.at(-1);
    if (value) fields[name] = value;
  }
  const text =
    kind === 'plan'
      ? planText(readPlan(fields))
      : joinTexts(inOrder.map((version) => version.text));
  return { text, fields };
}

function joinTexts(texts: readonly string[]): string {
  const kept = texts.filter((text, at) => text !== '' && !isToldBy(texts, text, at));
  return kept.join('\n\n');
}

/** Whether another one of the texts says it too; of equal ones the first stays. */
function isToldBy(texts: readonly string[], text: string, at: number): boolean {
  return texts.some(
    (other, index) => index !== at && other.includes(text) && (other !== text || index < at),
  );
}
