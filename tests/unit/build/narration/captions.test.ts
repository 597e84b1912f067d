import { describe, expect, it } from 'vitest';
import { WebVTTParser } from 'webvtt-parser';
import { formatCaptions, formatTimestamp } from '../../../../src/build/narration/captions.ts';
import type { Utterance } from '../../../../src/model/narration.ts';

describe('formatTimestamp', () => {
  it.each([
    [0, '00:00:00.000'],
    [61.2345, '00:01:01.235'],
    [59.9996, '00:01:00.000'],
    [3725.04, '01:02:05.040'],
  ])('%f seconds', (time, expected) => {
    expect(formatTimestamp(time)).toBe(expected);
  });
});

describe('formatCaptions', () => {
  const utterances: Utterance[] = [
    { kind: 'title', text: 'Titel' },
    { kind: 'heading', chapterId: 'een', text: 'Een' },
    {
      kind: 'sentence',
      sentenceId: 's1',
      text: 'Kessels & Smit: 1 < 2 --> ja.',
      endsParagraph: true,
    },
    { kind: 'question', questionId: 'jouw-vraag', text: 'Wat\nvraag je?' },
  ];
  const captions = formatCaptions(utterances, {
    sentences: [{ id: 's1', startTime: 1.5, endTime: 2.25 }],
    questions: [{ id: 'jouw-vraag', cueTime: 3, startTime: 4.1, quietTime: 5, endTime: 10 }],
  });
  const { cues, errors } = new WebVTTParser().parse(captions, 'captions');

  it('is valid WebVTT', () => {
    expect(errors).toEqual([]);
  });

  it('has one cue for each sentence and question, with its id and times', () => {
    expect(cues.map(({ id, startTime, endTime }) => [id, startTime, endTime])).toEqual([
      ['s1', 1.5, 2.25],
      ['vraag-jouw-vraag', 4.1, 5],
    ]);
  });

  it('escapes what WebVTT would read as its own, and keeps a text on one line', () => {
    expect(captions).toContain('Kessels &amp; Smit: 1 &lt; 2 --&gt; ja.');
    expect(cues[1]?.text).toBe('Wat vraag je?');
  });
});
