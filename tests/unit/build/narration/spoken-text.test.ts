import { describe, expect, it } from 'vitest';
import { writeNumber, writeOrdinal } from '../../../../src/build/narration/dutch-number.ts';
import { ABBREVIATIONS, LEXICON } from '../../../../src/build/narration/lexicon.ts';
import { toSpokenText } from '../../../../src/build/narration/spoken-text.ts';

describe('toSpokenText', () => {
  it.each([
    ['an ordinary sentence stays', 'Je weet het nog niet.', 'Je weet het nog niet.'],
    ['a title gets a full stop', 'Niet weten mag', 'Niet weten mag.'],
    ['a comma at the end makes place for it', 'Eerst dit,', 'Eerst dit.'],
    ['a question keeps its mark', 'Mag dat?', 'Mag dat?'],
    ['quotes go', 'Het blad ‘Samen slimmer’ zegt “ja”.', 'Het blad Samen slimmer zegt ja.'],
    ['a question mark inside quotes stays', 'Hij heet ‘Mag dat?’', 'Hij heet Mag dat?'],
    ['apostrophes in words stay', 'Zo’n dilemma’s.', 'Zo’n dilemma’s.'],
    ['capitals become letters', 'kortweg de ESS, en de AVG.', 'kortweg de E.S.S, en de A.V.G.'],
    ['a name in capitals that is a word', 'Platform JEP', 'Platform jep.'],
    ['a word of the lexicon', 'Een kop koffie.', 'Een kop koffi.'],
    ['it with a capital', 'Overleg is er.', 'ooverleg is er.'],
    ['not as part of a longer word', 'Het overlegmodel.', 'Het overlegmodel.'],
    ['the whole before its parts', 'De Expertise-unit.', 'De expertieze-joenit.'],
    ['parts of a name with a hyphen', 'Amy-Jane Gielen.', 'Eemi Dzjeen Gielen.'],
    ['an unknown hyphen stays', 'Een twee-eenheid.', 'Een twee-eenheid.'],
    ['one with a capital', 'Eén contact.', 'Één contact.'],
    ['accents that only stress', 'Dat wíl ik wél, vóór dé dag.', 'Dat wil ik wel, voor de dag.'],
    ['accents that belong to the word', 'Oké, één café.', 'Oké, één café.'],
    ['a diaeresis stays', 'Een geïnspireerde coördinator.', 'Een geïnspireerde coördinator.'],
    ['abbreviations', 'Dat is o.a. zo, bijv. hier.', 'Dat is onder andere zo, bijvoorbeeld hier.'],
    ['an abbreviation with a capital', 'Dr. Vis.', 'doctor Vis.'],
    ['not inside a word', 'Een vonnr. twee.', 'Een vonnr. twee.'],
    ['years', 'In 2020 en 1987.', 'In tweeduizend twintig en negentienhonderd zevenentachtig.'],
    ['a range', 'Van 10-12 jaar.', 'Van tien tot twaalf jaar.'],
    ['percent', '5% of 12,5 %.', 'vijf procent of twaalf komma vijf procent.'],
    ['thousands', 'Wel 1.500 keer.', 'Wel vijftienhonderd keer.'],
    ['a time of day', 'Om 12:30.', 'Om twaalf uur dertig.'],
    ['ordinals', 'De 1e, 3e en 20ste.', 'De eerste, derde en twintigste.'],
    ['money', 'Voor €50.', 'Voor vijftig euro.'],
    ['an ampersand', 'Kessels & Smit.', 'Kessels en Smit.'],
    ['a slash between words', 'Jeugd/onderwijs.', 'Jeugd of onderwijs.'],
    ['a dash becomes a pause', 'Dat – zegt zij – helpt.', 'Dat, zegt zij, helpt.'],
  ])('%s', (_, text, expected) => {
    expect(toSpokenText(text)).toBe(expected);
  });
});

describe('writeNumber', () => {
  it.each([
    [0, 'nul'],
    [1, 'een'],
    [22, 'tweeëntwintig'],
    [48, 'achtenveertig'],
    [100, 'honderd'],
    [101, 'honderd een'],
    [850, 'achthonderd vijftig'],
    [1000, 'duizend'],
    [1066, 'duizend zesenzestig'],
    [1100, 'elfhonderd'],
    [1999, 'negentienhonderd negenennegentig'],
    [2000, 'tweeduizend'],
    [2023, 'tweeduizend drieëntwintig'],
    [2123, 'tweeduizend honderd drieëntwintig'],
    [9999, 'negenduizend negenhonderd negenennegentig'],
    [10_000, undefined],
    [-1, undefined],
    [1.5, undefined],
  ])('%d', (value, expected) => {
    expect(writeNumber(value)).toBe(expected);
  });
});

describe('writeOrdinal', () => {
  it.each([
    [1, 'eerste'],
    [2, 'tweede'],
    [3, 'derde'],
    [8, 'achtste'],
    [12, 'twaalfde'],
    [20, 'twintigste'],
    [31, 'eenendertigste'],
    [0, undefined],
    [100, undefined],
  ])('%d', (value, expected) => {
    expect(writeOrdinal(value)).toBe(expected);
  });
});

describe('the lexicon', () => {
  it('respells every word into another', () => {
    for (const [word, spelling] of Object.entries(LEXICON)) expect(spelling, word).not.toBe(word);
  });

  it('writes abbreviations in lowercase with their full stop, as they are looked up', () => {
    for (const short of Object.keys(ABBREVIATIONS)) expect(short).toMatch(/^[a-z.]+\.$/);
  });
});
