import { describe, expect, it } from 'vitest';
import { type ContentProblem, createProblemSink } from '../../../src/catalog/content-problem.ts';
import { parseMarkdown } from '../../../src/catalog/markdown-tree.ts';
import { readModuleText } from '../../../src/catalog/module-text.ts';
import { createSentenceCounter, type TextSettings } from '../../../src/catalog/text-context.ts';

async function read(
  source: string,
  settings: TextSettings = { audioKind: 'recording', hasEpisode: true },
) {
  const problems: ContentProblem[] = [];
  const text = await readModuleText({
    tree: parseMarkdown(source),
    sink: createProblemSink('a.md', problems),
    settings,
    findFigure: async (name) => ({ url: `content/r/${name}`, width: 4, height: 3 }),
    nextSentenceId: createSentenceCounter(),
  });
  return { text, found: problems.map(({ code, line, column }) => `${code} ${line}:${column}`) };
}

describe('readModuleText', () => {
  it('reads chapters, paragraphs, lists and figures, and counts sentences through all of them', async () => {
    const { text, found } = await read(
      '## Eén: {#een}\n\nA is\nb. C.\n\n1. D.\n2. Ee. Ff.\n\n## Twee {#twee at="1:00:05"}\n\n![Een lijn](a.svg "Bijschrift")\n\nG [h](mailto:a@example.org).\n',
    );
    expect(found).toEqual([]);
    const plain = (value: string) => [{ kind: 'text', text: value }];
    expect(text.chapters.map(({ chapter }) => chapter)).toEqual([
      {
        id: 'een',
        title: 'Eén:',
        blocks: [
          {
            kind: 'paragraph',
            sentences: [
              { id: 's1', content: plain('A is b.') },
              { id: 's2', content: plain('C.') },
            ],
          },
          {
            kind: 'list',
            ordered: true,
            items: [
              [{ id: 's3', content: plain('D.') }],
              [
                { id: 's4', content: plain('Ee.') },
                { id: 's5', content: plain('Ff.') },
              ],
            ],
          },
        ],
      },
      {
        id: 'twee',
        title: 'Twee',
        blocks: [
          {
            kind: 'figure',
            url: 'content/r/a.svg',
            width: 4,
            height: 3,
            alt: 'Een lijn',
            caption: 'Bijschrift',
          },
          {
            kind: 'paragraph',
            sentences: [
              {
                id: 's6',
                content: [
                  { kind: 'text', text: 'G ' },
                  { kind: 'link', text: 'h', url: 'mailto:a@example.org' },
                  { kind: 'text', text: '.' },
                ],
              },
            ],
          },
        ],
      },
    ]);
    expect(text.chapters[1]?.startTime).toBe(3605);
  });

  it('leaves colons in a line alone', async () => {
    const { text, found } = await read('## Tijd {#tijd}\n\nOm 10:30 uur zei zij:zo.\n');
    expect(found).toEqual([]);
    expect(text.chapters[0]?.chapter.blocks).toMatchObject([
      { sentences: [{ content: [{ text: 'Om 10:30 uur zei zij:zo.' }] }] },
    ]);
  });

  it('puts a question at the start first and one at the end last; one of the episode is in no chapter', async () => {
    const { text, found } = await read(
      '## A {#a}\n\n:::plan{#p at="end"}\nP?\n:::\n\nZin.\n\n:::reflect{#e on="episode" at="start"}\nE?\n:::\n\n## B {#b}\n\nZin.\n\n:::reflect{#s at="start"}\nS?\n:::\n',
    );
    expect(found).toEqual([]);
    expect(
      text.chapters.map(({ chapter }) =>
        chapter.blocks.map((block) => (block.kind === 'question' ? block.questionId : block.kind)),
      ),
    ).toEqual([
      ['s', 'paragraph'],
      ['paragraph', 'p'],
    ]);
    expect([...text.openingIds]).toEqual(['s']);
    expect(text.questions.find(({ question }) => question.id === 'e')?.question).toMatchObject({
      on: 'episode',
      moment: { kind: 'start' },
    });
  });

  it('joins the lines and paragraphs of a question, and keeps its answer apart', async () => {
    const { text, found } = await read(
      '## A {#a}\n\n::::recall{#r}\nWat weet\nje nog?\n\nZeg het.\n\n:::answer\nDit\nen dat.\n:::\n::::\n',
    );
    expect(found).toEqual([]);
    expect(text.questions[0]?.question).toMatchObject({
      text: 'Wat weet je nog? Zeg het.',
      modelAnswer: 'Dit en dat.',
    });
  });

  it('finds all faults of a text in one run', async () => {
    const { found } = await read(
      'Los.\n\n# Kop\n\n<p>x</p>\n\n:::reflect\n\n:::\n\n```\ncode\n```\n\n## Leeg {#leeg}\n',
    );
    expect(found.sort()).toEqual(
      [
        'text-before-heading 1:1',
        'heading-level 3:1',
        'heading-without-id 3:1',
        'raw-html 5:1',
        'directive-without-id 7:1',
        'question-without-text 7:1',
        'unsupported-markdown 11:1',
        'empty-chapter 15:1',
      ].sort(),
    );
  });

  it('does not judge what the unreadable front matter would have decided', async () => {
    const unknown = { audioKind: undefined, hasEpisode: undefined };
    const { found } = await read(
      '## A {#a at="00:01"}\n\nZin.\n\n:::reflect{#e on="episode" at="10%"}\nE?\n:::\n\n:::reflect{#t at="00:02"}\nT?\n:::\n',
      unknown,
    );
    expect(found).toEqual([]);
  });
});
