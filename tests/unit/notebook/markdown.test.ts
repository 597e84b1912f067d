import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import type { NoteWithText } from '../../../src/model/note.ts';
import { arrangeWorkbook, withoutAnswers } from '../../../src/model/workbook.ts';
import { annotationLines } from '../../../src/notebook/annotations.ts';
import {
  conversationMarkdown,
  escapeMarkdown,
  markdownFiles,
  notebookMarkdown,
  noteMarkdown,
} from '../../../src/notebook/markdown.ts';
import { catalogOf, moduleOf, summaryOf } from '../../fixtures/learning-route.ts';

const context = {
  routeTitle: 'Twee werelden',
  appUrl: 'https://app.example/',
  now: Date.UTC(2026, 10, 25, 12),
};

const [route] = catalogOf([summaryOf('a'), summaryOf('b')]).routes;
if (!route) throw new Error('no route');

const modules = [
  moduleOf('a', {
    questions: [
      {
        id: 'q1',
        kind: 'reflect',
        version: 'v',
        text: 'Wat weet je niet?',
        on: 'module',
        times: { cueTime: 20, startTime: 21, quietTime: 24, endTime: 30 },
      },
      { id: 'q2', kind: 'reflect', version: 'v', text: 'En wie vraag je dat?', on: 'module' },
    ],
    chapters: [
      {
        id: 'c',
        title: 'C',
        blocks: [
          {
            kind: 'paragraph',
            sentences: [
              {
                id: 's1',
                content: [{ kind: 'text', text: 'Soms weet je het niet.' }],
                startTime: 10,
                endTime: 19,
              },
            ],
          },
        ],
      },
    ],
  }),
];

function noteOf(id: string, text: string, more: Partial<NoteWithText['note']> = {}): NoteWithText {
  return {
    note: {
      id,
      kind: 'answer',
      routeId: 'r',
      moduleId: 'a',
      anchor: { questionId: 'q1', sentence: 'Wat weet je niet?' },
      createdAt: context.now,
      ...more,
    },
    text,
    updatedAt: context.now,
    revisions: [],
  };
}

const answer = noteOf('n1', 'Regel een\n# geen kop <b>\nmet *sterren*');
const mark = noteOf('n2', '', {
  kind: 'mark',
  moduleId: 'b',
  anchor: { time: 61.5, sentence: 'Dit hoorde ik.' },
});
const parts = arrangeWorkbook(route, modules, [answer, mark]);

test('questions stand in the order of the text, with their answers and the words before them', () => {
  expect(parts.map(({ moduleId, place }) => [moduleId, place])).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
  expect(parts[0]?.entries).toMatchObject([
    {
      question: 'Wat weet je niet?',
      heard: 'Soms weet je het niet.',
      time: 21,
      path: '/r/a/?t=21#vraag-q1',
    },
    { question: 'En wie vraag je dat?', notes: [] },
  ]);
  expect(parts[1]?.entries).toMatchObject([{ heard: 'Dit hoorde ik.', path: '/r/b/?t=61' }]);
});

test('a note of a module that is gone is not lost', () => {
  const stray = noteOf('n3', 'Nog hier', { moduleId: 'weg' });
  const [last] = arrangeWorkbook(route, modules, [stray]).slice(-1);
  expect(last).toMatchObject({ title: 'weg', entries: [{ question: 'Wat weet je niet?' }] });
  expect(last?.place).toBeUndefined();
});

test('a file for each module with notes, in which words stay words', () => {
  const files = markdownFiles(parts, context);
  expect(files.map(({ name }) => name)).toEqual(['notities/01-a.md', 'notities/02-b.md']);
  expect(files[0]?.text).toBe(
    [
      `# 1. ${route.modules[0]?.title}`,
      '## Wat weet je niet?',
      'Gehoord: Soms weet je het niet.',
      'Regel een\\\n\\# geen kop \\<b>\\\nmet \\*sterren\\*',
      '*25 november 2026*',
      '[Luister vanaf 0:21](https://app.example/r/a/?t=21#vraag-q1)',
      '',
    ].join('\n\n'),
  );
});

test('a spoken note leads to its sound', () => {
  const spoken = noteOf('n4', '', {
    voice: { type: 'audio/webm;codecs=opus', duration: 65, peaks: [], pieces: 1 },
  });
  const [file] = markdownFiles(arrangeWorkbook(route, modules, [spoken]), context);
  expect(file?.text).toContain('[Ingesproken, 1:05](../spraak/n4.webm)');
});

test.each([
  ['1. lijst', '1\\. lijst'],
  ['- punt', '\\- punt'],
  ['> citaat', '\\> citaat'],
  ['een [link](x)', 'een \\[link\\](x)'],
  ['a\\b & c', 'a\\\\b \\& c'],
])('%s is escaped', (text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected);
});

/** What a reader of Markdown makes of a note: the text of its one paragraph, or what else it became. */
function readNote(text: string): string {
  const entry = { isAsked: false, notes: [noteOf('n', text)], path: '/r/a/' };
  const [, paragraph, link, ...rest] = fromMarkdown(noteMarkdown(entry, context)).children;
  expect(rest).toEqual([]);
  expect(link).toMatchObject({ children: [{ type: 'link' }] });
  if (paragraph?.type !== 'paragraph') return paragraph?.type ?? 'nothing';
  return paragraph.children
    .map((part) => (part.type === 'text' ? part.value : part.type === 'break' ? '\n' : part.type))
    .join('');
}

test.each([
  ['Aanleiding\n===', 'Aanleiding\n==='],
  ['een regel\n', 'een regel'],
  ['\n \nna wit\n\n', 'na wit'],
  ['    vier spaties *x*', '\u00a0\u00a0\u00a0\u00a0vier spaties *x*'],
  ['\tmet een tab', '\u00a0\u00a0\u00a0\u00a0met een tab'],
  ['a\r\nb', 'a\nb'],
])('%j stays text', (text, expected) => {
  expect(readNote(text)).toBe(expected);
});

test('no line makes a table of the line before it', () => {
  for (const line of ['|---|---|', ':--|:--', '---|---', '| :-: |']) {
    expect(escapeMarkdown(`a | b\n${line}`)).toMatch(/\n ?\\/);
  }
});

test('whatever is written is read as it was, but for room where no words are', () => {
  const piece = fc.constantFrom(...'ab=-|:#>+*_`~&<[]()!\\1.) \t\n'.split(''), '&lt;', '    ');
  const inShort = (text: string) =>
    text
      .replace(/\t|\u00a0/g, ' ')
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .trim();
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      fc.pre(text.trim() !== '');
      expect(inShort(readNote(text))).toBe(inShort(text));
    }),
    { numRuns: 300 },
  );
});

test('one note to share has its question, its words and the way back', () => {
  const [entry] = parts[0]?.entries ?? [];
  expect(entry && noteMarkdown(entry, context)).toMatch(
    /^\*\*Wat weet je niet\?\*\*\n\nGehoord: [\s\S]*Regel een[\s\S]*https:\/\/app\.example\/r\/a\//,
  );
});

test('the conversation sheet has every question and nothing that somebody wrote or heard', () => {
  const stray = noteOf('n3', 'Geheim', { anchor: { questionId: 'oud', sentence: 'Oude vraag?' } });
  const sheet = conversationMarkdown(
    arrangeWorkbook(route, modules, [answer, mark, stray]),
    context,
  );
  expect(sheet).toContain('1. Wat weet je niet?');
  expect(sheet).toContain('2. En wie vraag je dat?');
  for (const own of ['Regel een', 'Geheim', 'Oude vraag', 'Dit hoorde ik']) {
    expect(sheet).not.toContain(own);
  }
});

test('what others see has the questions of the route, and no trace of who answered', () => {
  const stray = noteOf('n3', 'Geheim', { anchor: { questionId: 'oud', sentence: 'Oude vraag?' } });
  const gone = noteOf('n5', 'Ook geheim', { moduleId: 'weg' });
  const all = arrangeWorkbook(route, modules, [answer, mark, stray, gone]);
  expect(withoutAnswers(all)).toEqual(withoutAnswers(arrangeWorkbook(route, modules, [])));
  expect(withoutAnswers(all).map(({ moduleId, entries }) => [moduleId, entries])).toEqual([
    [
      'a',
      [
        {
          question: 'Wat weet je niet?',
          isAsked: true,
          notes: [],
          time: 21,
          path: '/r/a/?t=21#vraag-q1',
        },
        {
          question: 'En wie vraag je dat?',
          isAsked: true,
          notes: [],
          path: '/r/a/#vraag-q2',
        },
      ],
    ],
  ]);
});

test('a place after the first hour is written with its hour', () => {
  const late = noteOf('n6', 'Laat', { kind: 'free', anchor: { time: 3752 } });
  const [file] = markdownFiles(arrangeWorkbook(route, modules, [late]), context);
  expect(file?.text).toContain('[Luister vanaf 1:02:32]');
});

test('a notebook without notes says so', () => {
  expect(notebookMarkdown(arrangeWorkbook(route, modules, []), context)).toContain(
    'Er zijn nog geen notities.',
  );
});

test('annotations are one JSON object a line, with a fragment of time', () => {
  const lines = annotationLines(parts, context.appUrl).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:uuid:n1',
      type: 'Annotation',
      motivation: 'replying',
      created: '2026-11-25T12:00:00.000Z',
      modified: '2026-11-25T12:00:00.000Z',
      body: { type: 'TextualBody', value: answer.text, format: 'text/plain', language: 'nl' },
      target: {
        source: 'https://app.example/r/a/',
        selector: [
          {
            type: 'FragmentSelector',
            conformsTo: 'http://www.w3.org/TR/media-frags/',
            value: 't=21',
          },
          { type: 'TextQuoteSelector', exact: 'Soms weet je het niet.' },
        ],
      },
    },
    {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:uuid:n2',
      type: 'Annotation',
      motivation: 'bookmarking',
      created: '2026-11-25T12:00:00.000Z',
      modified: '2026-11-25T12:00:00.000Z',
      target: {
        source: 'https://app.example/r/b/',
        selector: [
          {
            type: 'FragmentSelector',
            conformsTo: 'http://www.w3.org/TR/media-frags/',
            value: 't=61.5',
          },
          { type: 'TextQuoteSelector', exact: 'Dit hoorde ik.' },
        ],
      },
    },
  ]);
});
