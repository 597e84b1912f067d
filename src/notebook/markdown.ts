/** Notes as Markdown: to read anywhere, now and in ten years. What a person wrote stays text, never markup. */
import { formatClock } from '../model/clock-time.ts';
import { isEmptyContent, isSpoken, type NoteWithText } from '../model/note.ts';
import type { Timestamp } from '../model/units.ts';
import {
  type WorkbookEntry,
  type WorkbookPart,
  withNotes,
  withoutAnswers,
} from '../model/workbook.ts';
import { voiceFile } from './voice-file.ts';
import type { TextFile } from './write-backup.ts';

/** What the writers need besides the notes. */
export interface MarkdownContext {
  routeTitle: string;
  /** The address of the app with a slash at its end. */
  appUrl: string;
  now: Timestamp;
}

/** One file for each module with notes. */
export function markdownFiles(
  parts: readonly WorkbookPart[],
  context: MarkdownContext,
): TextFile[] {
  return withNotes(parts).map((part) => ({
    name: `notities/${part.place === undefined ? 'overig' : String(part.place).padStart(2, '0')}-${part.moduleId.replace(/[^\w-]/g, '-')}.md`,
    text: moduleMarkdown(part, context, '#'),
  }));
}

/** All notes in one text. */
export function notebookMarkdown(parts: readonly WorkbookPart[], context: MarkdownContext): string {
  const filled = withNotes(parts);
  const modules = filled.map((part) => moduleMarkdown(part, context, '##'));
  return [
    `# ${escapeMarkdown(context.routeTitle)}: mijn notities`,
    `Opgeslagen op ${formatDate(context.now)}.`,
    ...(filled.length === 0 ? ['Er zijn nog geen notities.'] : modules),
  ].join('\n\n');
}

/** One note, for sharing: the question and the words. */
export function noteMarkdown(entry: WorkbookEntry, context: MarkdownContext): string {
  return `${entryLines(entry, context, 'alone').join('\n\n')}\n`;
}

/** The questions of the route, with room for what a team says. Nothing that a person wrote is in it. */
export function conversationMarkdown(
  parts: readonly WorkbookPart[],
  { routeTitle, appUrl }: MarkdownContext,
): string {
  const blocks = withoutAnswers(parts).map(({ title, place, entries }) =>
    [
      `## ${place ?? ''} ${escapeMarkdown(title)}`,
      ...entries.map(
        ({ question = '' }, index) => `${index + 1}. ${escapeMarkdown(question)}\n\n   …`,
      ),
    ].join('\n\n'),
  );
  return [
    `# ${escapeMarkdown(routeTitle)}: gespreksblad`,
    'Vragen om samen te bespreken. Er staan geen persoonlijke antwoorden in.',
    ...blocks,
    `Luister samen: <${appUrl}>`,
    '',
  ].join('\n\n');
}

/** Keeps every character as a character. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<&~]/g, '\\$&')
    .replace(/^(\s*)([#>+-]|\d+[.)])/gm, (_, space: string, mark: string) =>
      mark.length > 1 ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
    )
    .replace(UNDERLINE, '$1\\$2');
}

/** A line that would make a heading or a table of the line before it. */
const UNDERLINE = /^([^\S\n]*)(=+[^\S\n]*|[|:][|: -]*)$/gm;

/** Words of more lines, of which lines stay lines and room at their beginning stays room. */
function escapeLines(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[^\S\n]*\n)+|\s+$/g, '')
    // Four spaces would begin a block of code; these are not counted.
    .replace(/^[ \t]+/gm, (room) => room.replace(/\t/g, '    ').replace(/ /g, '\u00a0'));
  return escapeMarkdown(lines).replace(/\n/g, '\\\n');
}

function moduleMarkdown(
  { title, place, entries }: WorkbookPart,
  context: MarkdownContext,
  mark: string,
): string {
  const name = place === undefined ? title : `${place}. ${title}`;
  const blocks = entries.map((entry) => entryLines(entry, context, `${mark}#`).join('\n\n'));
  return [`${mark} ${escapeMarkdown(name).replace(/\\\./, '.')}`, ...blocks, ''].join('\n\n');
}

/** @param mark - The heading of an entry, or `alone` for one that is shared by itself. */
function entryLines(
  { question, notes, heard, time, path }: WorkbookEntry,
  { appUrl }: MarkdownContext,
  mark: string,
): string[] {
  const title = question ?? (time === undefined ? 'Eigen notitie' : `Moment ${formatClock(time)}`);
  const url = `${appUrl}${path.slice(1)}`;
  return [
    mark === 'alone' ? `**${escapeMarkdown(title)}**` : `${mark} ${escapeMarkdown(title)}`,
    ...(heard === undefined ? [] : [`Gehoord: ${escapeMarkdown(heard)}`]),
    ...notes.flatMap((note) => noteLines(note, mark === 'alone')),
    time === undefined
      ? `[Open in Luisterroute](${url})`
      : `[Luister vanaf ${formatClock(time)}](${url})`,
  ];
}

function noteLines(note: NoteWithText, isAlone: boolean): string[] {
  const lines: string[] = [];
  if (!isEmptyContent(note)) lines.push(escapeLines(note.text));
  if (isSpoken(note.note)) {
    const { voice, id } = note.note;
    const length = `Ingesproken, ${formatClock(voice.duration)}`;
    lines.push(isAlone ? `${length}.` : `[${length}](../${voiceFile(id, voice.type)})`);
  }
  if (!isAlone) lines.push(`*${formatDate(note.updatedAt)}*`);
  return lines;
}

function formatDate(at: Timestamp): string {
  return new Date(at).toLocaleDateString('nl-NL', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}
