import { describe, expect, it } from 'vitest';
import {
  findSuspectWords,
  formatReport,
} from '../../../../src/build/narration/misreading-report.ts';
import type { Utterance } from '../../../../src/model/narration.ts';

function suspectsOf(text: string): string[] {
  const sentence: Utterance = { kind: 'sentence', sentenceId: 's1', text, endsParagraph: true };
  return findSuspectWords([sentence]).map(({ word, suspicions }) => `${word}: ${suspicions}`);
}

describe('findSuspectWords', () => {
  it.each([
    ['a capital inside a sentence', 'Daar woont Gielen.', ['Gielen: naam']],
    ['not the first word', 'Gielen woont daar. Daar ook.', []],
    ['nor the first word after a question or quote', 'Mag dat? ‘Ja’, zegt zij.', []],
    ['capitals', 'Van de ESS.', ['ESS: hoofdletters']],
    ['a capital further on', 'Op SoundCloud.', ['SoundCloud: hoofdletters']],
    ['digits', 'In 2020 of om 12:30.', ['2020: cijfers', '12:30: cijfers,leestekens']],
    ['letters with a sign', 'Zij is coördinerend.', ['coördinerend: leestekens']],
    ['foreign spelling', 'Een workshop met steakholders.', ['steakholders: vreemd']],
    ['long compounds', 'Een samenwerkingsverband.', ['samenwerkingsverband: lang']],
    ['words of the lexicon', 'In overleg.', ['overleg: woordenlijst']],
    ['ordinary Dutch is left alone', 'Je boosheid mag er zijn, zo’n verhaal helpt collega’s.', []],
  ])('%s', (_, text, expected) => {
    expect(suspectsOf(text)).toEqual(expected);
  });

  it('tells each word once, over all utterances', () => {
    const heading: Utterance = { kind: 'heading', chapterId: 'een', text: 'In 2020' };
    expect(findSuspectWords([heading, heading])).toHaveLength(1);
  });
});

describe('formatReport', () => {
  it('lays out word, spelling, phonetic signs and reason in columns', () => {
    const report = formatReport(
      [
        { word: 'JEP', suspicions: ['hoofdletters'], spokenText: 'jep' },
        { word: 'Gielen', suspicions: ['naam'], spokenText: 'Gielen' },
      ],
      ['jˈɛp', 'ɣˈilən'],
    );
    expect(report.split('\n')).toEqual([
      'JEP     → jep  [jˈɛp]    hoofdletters',
      'Gielen         [ɣˈilən]  naam',
    ]);
  });
});
