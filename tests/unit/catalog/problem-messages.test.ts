import { describe, expect, it } from 'vitest';
import { formatProblem, sortProblems } from '../../../src/catalog/content-problem.ts';
import { readCatalog } from '../../../src/catalog/read-catalog.ts';
import { readBrokenFixtures } from '../../content/fixture-files.ts';

const fixtures = new Map(readBrokenFixtures().map((fixture) => [fixture.name, fixture]));

describe('what an author reads', () => {
  it.each<[fixture: string, line: string]>([
    [
      'out-of-range',
      'modules/proef/01-eerste-stap.md:11:13 completion: 90 is groter dan 1. Gebruik een getal van 0 tot 1, bijvoorbeeld 0.9',
    ],
    [
      'unknown-key',
      'modules/proef/01-eerste-stap.md:7:1 sumary: deze sleutel bestaat niet. Bedoelde je summary?',
    ],
    [
      'wrong-type.year',
      'modules/proef/route.md:17:55 sources[1].year: “vorig jaar” is geen heel getal. Gebruik een heel getal van 1450 tot 2199, bijvoorbeeld 2020',
    ],
    [
      'unsafe-url',
      'modules/proef/01-eerste-stap.md:28:16 “http://example.org/” kan geen link zijn. Gebruik een adres dat begint met https:// of mailto:',
    ],
    [
      'requirement-cycle',
      'modules/proef/02-tweede-stap.md:8:12 requires: deze modules vragen om elkaar: eerste-stap → tweede-stap → eerste-stap. Haal er één weg',
    ],
    [
      'transcript-mismatch',
      'media/proef/tweede-stap/opname.vtt:11:5 Het transcript zegt “twee. Hier begint”, de tekst zegt “één”. Maak beide gelijk',
    ],
    [
      'question-outside-audio',
      'modules/proef/02-tweede-stap.md:33:25 De vraag op-tijd komt op 03:18, maar het geluid duurt tot 00:08.2. Kies een eerdere tijd',
    ],
  ])('%s', async (name, line) => {
    const fixture = fixtures.get(name);
    expect(fixture).toBeDefined();
    if (!fixture) return;
    const { problems } = await readCatalog(fixture.files);
    expect(problems.map(formatProblem)).toEqual([line]);
  });

  it.each([...fixtures.keys()])('of %s says what to do', async (name) => {
    const { problems } = await readCatalog(
      fixtures.get(name)?.files ?? { read: () => undefined, list: () => [] },
    );
    expect(problems).not.toEqual([]);
    for (const { message } of problems) {
      expect(message).toMatch(
        /\b(?:bedoelde je|begin|bewaar|geef|gebruik|haal|kies|maak|noem|schrijf|spring in|vul|zeg|zet)\b/i,
      );
    }
  });

  it('is in the order of file, line and column', () => {
    const problem = (path: string, line: number, column: number) => ({
      code: 'raw-html' as const,
      message: '',
      path,
      line,
      column,
    });
    const sorted = [
      problem('a', 2, 9),
      problem('a', 10, 1),
      problem('b', 1, 1),
      problem('b', 1, 2),
    ];
    expect(
      sortProblems([sorted[3], sorted[1], sorted[2], sorted[0]].flatMap((one) => one ?? [])),
    ).toEqual(sorted);
  });
});
