import { expect, it } from 'vitest';
import { formatRecordingScript } from '../../../../src/build/narration/recording-script.ts';

it('formatRecordingScript numbers sentences and questions, and leaves room between paragraphs', () => {
  const script = formatRecordingScript([
    { kind: 'title', text: 'Titel' },
    { kind: 'heading', chapterId: 'een', text: 'Kopje' },
    { kind: 'sentence', sentenceId: 's1', text: 'Eerste zin.', endsParagraph: false },
    { kind: 'sentence', sentenceId: 's2', text: 'Tweede zin.', endsParagraph: true },
    { kind: 'question', questionId: 'v', text: 'Wat vind jij?' },
    { kind: 'sentence', sentenceId: 's3', text: 'Derde zin.', endsParagraph: true },
  ]);
  expect(script).toMatch(/^# Titel\n\nLees alles hardop voor/);
  expect(script.slice(script.indexOf('## '))).toBe(
    [
      '## Kopje',
      '',
      '1. Eerste zin.',
      '2. Tweede zin.',
      '',
      '> **Vraag 1.** Wat vind jij?',
      '>',
      '> (5 seconden stil)',
      '',
      '3. Derde zin.',
      '',
    ].join('\n'),
  );
});
