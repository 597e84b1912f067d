import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildContent } from '../../src/build/content-files.ts';
import { formatProblem } from '../../src/catalog/content-problem.ts';
import { plainText } from '../../src/catalog/split-sentences.ts';
import {
  allTexts,
  bodySentences,
  countWords,
  findUnspeakable,
  measureSentences,
  silentSentences,
} from './reading-measures.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { catalog, modules, problems } = await buildContent(ROOT);

/** Names that are written in capitals and known to the narration. */
const KNOWN_NAMES = ['ESS', 'JEP'];

/** The modules of the route, in order. */
const MODULE_IDS = [
  'even-niet-weten',
  'bepaal-de-urgentie',
  'neem-eigenaarschap',
  'overbrug-taal',
  'visie-en-regie',
  'wie-doet-wat',
  'wat-als-ik-het-mis-heb',
  'wat-doe-je-morgen',
];

/** The words of a module, from rule 6 of the texts and the plan of the route; by place in the route. */
function wordLimits(place: number): [number, number] {
  if (place === 7) return [300, 450];
  return place === 8 ? [350, 500] : [400, 700];
}

describe('the checker', () => {
  it('finds nothing wrong with the modules of this project', () => {
    expect(problems.map(formatProblem)).toEqual([]);
  });

  it('reads all modules within a second', async () => {
    // The best of three: other tests run on the same processor.
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 3; run += 1) {
      const start = performance.now();
      await buildContent(ROOT);
      best = Math.min(best, performance.now() - start);
    }
    expect(best).toBeLessThan(1000);
  });
});

describe('route twee-werelden', () => {
  const route = catalog.routes.find(({ id }) => id === 'twee-werelden');

  it('has its eight modules in order', () => {
    expect(route?.modules.map(({ id }) => id)).toEqual(MODULE_IDS);
  });

  it('says on its page that it is independent and not approved by those it names', () => {
    const text = route?.body.map(({ content }) => plainText(content)).join(' ') ?? '';
    expect(text).toMatch(/onafhankelijk/);
    expect(text).toMatch(/geïnspireerd op [^.]*magazine ‘Samen slimmer’ uit 2020/);
    expect(text).toMatch(/niet gemaakt en (?:ook )?niet goedgekeurd/);
  });

  it('names its sources, and explains the words that rule 8 names', () => {
    expect(route?.sources.length).toBeGreaterThan(0);
    const terms = route?.words.map(({ term }) => term.toLowerCase()) ?? [];
    for (const word of [
      'sociaal domein',
      'veiligheidsdomein',
      'regie',
      'polarisatie',
      'radicalisering',
    ]) {
      expect(terms).toContain(word);
    }
    for (const word of ['primair', 'secundair', 'tertiair']) {
      expect(terms.some((term) => term.startsWith(word))).toBe(true);
    }
  });
});

describe('what module 1 says aloud', () => {
  it('is that the route is independent, inspired by the magazine, and not approved', () => {
    const first = modules.find(({ id }) => id === MODULE_IDS[0]);
    const spoken = first ? bodySentences(first).join(' ') : '';
    expect(spoken).toMatch(/onafhankelijk/);
    expect(spoken).toMatch(/geïnspireerd op [^.]*magazine/);
    expect(spoken).toMatch(/niet gemaakt en (?:ook )?niet goedgekeurd/);
  });
});

describe('module 6', () => {
  const module = modules.find(({ id }) => id === 'wie-doet-wat');

  it('tells the three phases of Gielen in their order', () => {
    const spoken = module ? bodySentences(module).join(' ') : '';
    expect(spoken).toMatch(/Gielen/);
    const named = [...spoken.matchAll(/De (\w+) fase heet (\w+)/g)];
    expect(named.map(([, place, phase]) => `${place}: ${phase}`)).toEqual([
      'eerste: primair',
      'tweede: secundair',
      'derde: tertiair',
    ]);
  });

  it('draws them and for whom each is, as an own view after Gielen', () => {
    const blocks = module?.chapters.flatMap((chapter) => chapter.blocks) ?? [];
    const figures = blocks.filter((block) => block.kind === 'figure');
    expect(figures.map(({ caption }) => caption)).toEqual(['Eigen weergave naar Gielen']);
    const alt = figures[0]?.alt ?? '';
    const drawing = readFileSync(`${ROOT}/media/twee-werelden/wie-doet-wat/drie-fasen.svg`, 'utf8');
    expect(drawing).toContain('>Eigen weergave naar Gielen</text>');
    for (const [phase, people] of [
      ['Primair', 'voor de hele samenleving'],
      ['Secundair', 'voor wie aan het radicaliseren is'],
      ['Tertiair', 'voor extremisten'],
    ]) {
      expect(alt).toContain(`${phase}, ${people}`);
      expect(drawing).toContain(`${phase}</text>`);
      expect(drawing).toContain(`>${people}</text>`);
    }
  });
});

describe.each(modules.map((module) => ({ module, place: MODULE_IDS.indexOf(module.id) + 1 })))(
  'module $place: $module.id',
  ({ module, place }) => {
    const sentences = bodySentences(module);
    const words = sentences.reduce((sum, sentence) => sum + countWords(sentence), 0);

    it('has the length that was agreed', () => {
      const [least, most] = wordLimits(place);
      expect(words).toBeGreaterThanOrEqual(least);
      expect(words).toBeLessThanOrEqual(most);
    });

    it('has short sentences with rhythm', () => {
      const { mean, longest, shortRun } = measureSentences([
        ...sentences,
        ...silentSentences(module),
      ]);
      expect(mean).toBeLessThanOrEqual(12);
      expect(longest.words, longest.text).toBeLessThanOrEqual(22);
      expect(shortRun).toBeLessThanOrEqual(2);
    });

    it('can be read aloud', () => {
      const found = allTexts(module).flatMap((text) => findUnspeakable(text, KNOWN_NAMES));
      expect(found).toEqual([]);
    });

    it('names sources with their year, and says 2020 aloud where they are from 2020', () => {
      expect(module.sources.length).toBeGreaterThan(0);
      if (module.sources.some(({ year }) => year === 2020))
        expect(sentences.join(' ')).toMatch(/2020/);
    });

    it('gives one thing to try tomorrow', () => {
      expect(sentences.join(' ')).toMatch(/\bmorgen\b/i);
    });

    it('has the chapters and questions that were agreed', () => {
      const own = module.questions.filter(({ on }) => on === 'module');
      const ofEpisode = module.questions.filter(({ on }) => on === 'episode');
      if (place <= 6) {
        expect([3, 4]).toContain(module.chapters.length);
        expect([2, 3]).toContain(own.length);
      }
      if (place === 7) {
        expect(module.episode?.url).toMatch(/^https:/);
        expect(own.length).toBeGreaterThanOrEqual(1);
        expect(ofEpisode.map(({ moment }) => moment?.kind)).toEqual(
          expect.arrayContaining(['start', 'end']),
        );
        expect(
          ofEpisode.some(({ moment }) => moment?.kind === 'fraction' || moment?.kind === 'time'),
        ).toBe(true);
      }
      expect(module.questions.filter(({ kind }) => kind === 'plan').length).toBe(
        place === 8 ? 1 : 0,
      );
    });
  },
);
