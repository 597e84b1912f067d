import { describe, expect, test } from 'vitest';
import { END_LEAD, episodeQuestions, episodeText } from '../../../src/model/episode-text.ts';
import type { EpisodeMoment, Question } from '../../../src/model/learning-module.ts';
import type { Recording, SpokenLine } from '../../../src/model/recording.ts';
import { moduleOf } from '../../fixtures/learning-route.ts';

function ask(id: string, moment?: EpisodeMoment): Question {
  return {
    id,
    kind: 'reflect',
    version: 'v',
    text: '?',
    on: moment ? 'episode' : 'module',
    ...(moment ? { moment } : {}),
  };
}

function recordingOf(more: Partial<Recording> = {}): Recording {
  return {
    audioHash: 'a'.repeat(64),
    routeId: 'r',
    moduleId: 'm',
    fileName: 'a.mp3',
    type: 'audio/mpeg',
    size: 10,
    pieces: ['b'.repeat(64)],
    duration: 100,
    chapters: [],
    peaks: [0.5],
    isSeekExact: true,
    addedAt: 1,
    copiedAt: 2,
    ...more,
  };
}

const EPISODE = { title: 'Aflevering', publisher: '', year: 2020, people: [], url: '' };

describe('the questions of an episode', () => {
  test.each<[why: string, moment: EpisodeMoment, time: number]>([
    ['at the start', { kind: 'start' }, 0],
    ['halfway', { kind: 'fraction', fraction: 0.5 }, 50],
    ['at a second', { kind: 'time', time: 42 }, 42],
    ['at the end: in its last second', { kind: 'end' }, 100 - END_LEAD],
    ['at 100 %', { kind: 'fraction', fraction: 1 }, 100 - END_LEAD],
    ['after the end of a shorter recording', { kind: 'time', time: 250 }, 100 - END_LEAD],
  ])('%s', (_why, moment, time) => {
    const [question] = episodeQuestions([ask('v', moment)], 100);
    expect(question?.times).toEqual({
      cueTime: time,
      startTime: time,
      quietTime: time,
      endTime: time,
    });
  });

  test('those of the own text are left out, and a very short recording asks at once', () => {
    const questions = episodeQuestions([ask('eigen'), ask('na', { kind: 'end' })], 0.4);
    expect(questions.map(({ id, times }) => [id, times?.startTime])).toEqual([['na', 0]]);
  });
});

describe('the text of an episode', () => {
  const line = (startTime: number, text: string): SpokenLine => ({
    startTime,
    endTime: startTime + 1,
    text,
  });
  const wordsOf = (lines: SpokenLine[], chapters: Recording['chapters'] = []) =>
    episodeText(
      moduleOf('m', { episode: EPISODE }),
      recordingOf({ chapters, transcript: { fileName: 'a.vtt', lines } }),
    ).chapters.map(({ title, blocks }) => ({
      title,
      paragraphs: blocks.map((block) =>
        block.kind === 'paragraph'
          ? block.sentences.map(({ content }) => content.map(({ text }) => text).join(''))
          : [],
      ),
    }));

  test('has the sound of the recording, and the title of the episode', () => {
    const text = episodeText(moduleOf('m', { episode: EPISODE }), recordingOf());
    expect(text).toMatchObject({
      id: 'm',
      title: 'Aflevering',
      peaks: [0.5],
      audio: { url: `_audio/${'a'.repeat(64)}`, synthetic: false, duration: 100 },
      chapters: [{ title: 'Aflevering', startTime: 0, endTime: 100, blocks: [] }],
    });
  });

  test('stands in the chapters of the file; what comes before the first belongs to it', () => {
    const chapters = [
      { title: 'Een', startTime: 5 },
      { title: 'Twee', startTime: 60 },
    ];
    expect(wordsOf([line(1, 'a'), line(59.9, 'b'), line(60, 'c')], chapters)).toEqual([
      { title: 'Een', paragraphs: [['a'], ['b']] },
      { title: 'Twee', paragraphs: [['c']] },
    ]);
  });

  test('starts a new paragraph after a pause, and after six lines', () => {
    const lines = [0, 1, 2, 3, 4, 5, 6, 7].map((second) => line(second, `${second}`));
    expect(wordsOf([...lines, line(11, 'pauze')])).toEqual([
      { title: 'Aflevering', paragraphs: [['0', '1', '2', '3', '4', '5'], ['6', '7'], ['pauze']] },
    ]);
  });

  test('gives every line an id of its own, apart from those of the module', () => {
    const text = episodeText(
      moduleOf('m', { episode: EPISODE }),
      recordingOf({
        chapters: [
          { title: 'Een', startTime: 0 },
          { title: 'Twee', startTime: 2 },
        ],
        transcript: { fileName: '', lines: [line(0, 'a'), line(2, 'b'), line(3, 'c')] },
      }),
    );
    const ids = text.chapters.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'paragraph' ? block.sentences.map(({ id }) => id) : [],
      ),
    );
    expect(ids).toEqual(['a1', 'a2', 'a3']);
  });
});
