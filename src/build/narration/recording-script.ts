/** The printable script that helps a person to record a module: numbered, with room for the silences. */
import type { Utterance } from '../../model/narration.ts';

/**
 * Formats a script as Markdown.
 *
 * @param utterances - In reading order; sentences are numbered by their ids, questions by place.
 */
export function formatRecordingScript(utterances: readonly Utterance[]): string {
  const lines: string[] = [];
  let questionCount = 0;
  for (const utterance of utterances) {
    switch (utterance.kind) {
      case 'title':
        lines.push(`# ${utterance.text}`, '', ...INSTRUCTIONS, '');
        break;
      case 'heading':
        lines.push(`## ${utterance.text}`, '');
        break;
      case 'sentence':
        lines.push(`${utterance.sentenceId.replace(/^s/, '')}. ${utterance.text}`);
        if (utterance.endsParagraph) lines.push('');
        break;
      case 'question':
        questionCount += 1;
        lines.push(
          `> **Vraag ${questionCount}.** ${utterance.text}`,
          '>',
          '> (5 seconden stil)',
          '',
        );
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

const INSTRUCTIONS = [
  'Lees alles hardop voor, ook de titel, de kopjes en de vragen. De nummers lees je niet voor.',
  'Wacht even na elke alinea, en iets langer voor een kopje. Na een vraag blijf je 5 seconden stil.',
  'Verspreek je je? Wacht 2 seconden en lees de hele zin opnieuw; dan kun je de fout wegknippen.',
];
