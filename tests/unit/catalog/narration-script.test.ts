import { describe, expect, it } from 'vitest';
import {
  narrationScript,
  type SpokenText,
  textHash,
} from '../../../src/catalog/narration-script.ts';
import type { Question, Sentence } from '../../../src/model/learning-module.ts';

const sentence = (id: string, text: string): Sentence => ({
  id,
  content: [{ kind: 'text', text }],
});
const question = (id: string, on: Question['on']): Question => ({
  id,
  kind: 'reflect',
  version: '0'.repeat(12),
  text: `Vraag ${id}?`,
  modelAnswer: 'Een antwoord.',
  on,
});

const MODULE: SpokenText = {
  title: 'Titel',
  chapters: [
    {
      id: 'een',
      title: 'Kop één',
      blocks: [
        { kind: 'question', questionId: 'vooraf' },
        { kind: 'paragraph', sentences: [sentence('s1', 'Eén.'), sentence('s2', 'Twee.')] },
        { kind: 'figure', url: 'x.svg', alt: 'Een lijn', width: 1, height: 1 },
        { kind: 'question', questionId: 'midden' },
      ],
    },
    {
      id: 'twee',
      title: 'Kop twee',
      blocks: [
        {
          kind: 'list',
          ordered: false,
          items: [[sentence('s3', 'Drie.')], [sentence('s4', 'Vier.')]],
        },
      ],
    },
  ],
  questions: [
    question('vooraf', 'module'),
    question('midden', 'module'),
    question('later', 'episode'),
  ],
};

describe('narrationScript', () => {
  it('says title, headings, sentences and questions in the order of reading', () => {
    expect(narrationScript(MODULE)).toEqual([
      { kind: 'title', text: 'Titel' },
      { kind: 'heading', chapterId: 'een', text: 'Kop één' },
      { kind: 'question', questionId: 'vooraf', text: 'Vraag vooraf?' },
      { kind: 'sentence', sentenceId: 's1', text: 'Eén.', endsParagraph: false },
      { kind: 'sentence', sentenceId: 's2', text: 'Twee.', endsParagraph: true },
      { kind: 'question', questionId: 'midden', text: 'Vraag midden?' },
      { kind: 'heading', chapterId: 'twee', text: 'Kop twee' },
      { kind: 'sentence', sentenceId: 's3', text: 'Drie.', endsParagraph: false },
      { kind: 'sentence', sentenceId: 's4', text: 'Vier.', endsParagraph: true },
    ]);
  });

  it('says a question at the start before the first heading, and only there', () => {
    const script = narrationScript(MODULE, new Set(['vooraf']));
    expect(script.slice(0, 3).map(({ text }) => text)).toEqual([
      'Titel',
      'Vraag vooraf?',
      'Kop één',
    ]);
    expect(script.filter(({ text }) => text === 'Vraag vooraf?')).toHaveLength(1);
  });
});

describe('textHash', () => {
  it('is the SHA-256 of the fields as JSON', async () => {
    // printf '[["title","A"]]' | sha256sum
    expect(await textHash([{ kind: 'title', text: 'A' }])).toBe(
      '5313d80478ed987d560db939b09d6a933a170a664d058a72bcc835db931923bd',
    );
  });

  it('changes with a word, an id, a pause and the order', async () => {
    const script = narrationScript(MODULE);
    const changed = [
      script.map((part, index) => (index === 3 ? { ...part, text: 'Een.' } : part)),
      narrationScript({
        ...MODULE,
        chapters: MODULE.chapters.map((chapter) => ({ ...chapter, id: `x${chapter.id}` })),
      }),
      script.map((part) => (part.kind === 'sentence' ? { ...part, endsParagraph: true } : part)),
      [...script].reverse(),
    ];
    const hashes = await Promise.all([script, ...changed].map(textHash));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
