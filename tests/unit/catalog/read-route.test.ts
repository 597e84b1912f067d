import { describe, expect, it } from 'vitest';
import { readCatalog } from '../../../src/catalog/read-catalog.ts';
import { readRoute } from '../../../src/catalog/read-route.ts';
import { createMemoryFiles } from '../../../src/catalog/source-files.ts';
import { readGoodFiles } from '../../content/fixture-files.ts';

const files = readGoodFiles();

describe('readRoute', () => {
  it('reads what route.md says', async () => {
    const { route } = await readRoute(files, 'proef');
    expect(route).toMatchObject({
      id: 'proef',
      colors: ['sociaal', 'veiligheid'],
      contact: 'mailto:redactie@example.org',
      withdrawn: [{ id: 'oude-stap', reason: 'Deze module klopte niet meer.' }],
      words: [
        { term: 'proef', meaning: 'Iets dat je doet om te zien of het werkt.' },
        { term: 'route', meaning: 'Een rij modules.' },
      ],
      body: [
        {
          content: [
            { kind: 'text', text: 'Deze route is een ' },
            { kind: 'emphasis', text: 'proef' },
            { kind: 'text', text: '. Meer staat op ' },
            { kind: 'link', text: 'een pagina', url: 'https://example.org/' },
            { kind: 'text', text: '.' },
          ],
        },
        { content: [{ kind: 'text', text: 'Dit is de tweede alinea.' }] },
      ],
    });
    expect(route?.modules).toMatchObject([
      {
        id: 'eerste-stap',
        aliases: ['begin'],
        hasEpisode: false,
        questionIds: ['eerste-vraag', 'wat-weet-je', 'jouw-plan'],
        planQuestionId: 'jouw-plan',
      },
      { id: 'tweede-stap', aliases: [], hasEpisode: true, questionIds: ['halverwege', 'op-tijd'] },
    ]);
  });

  it('joins a narrated module with its times, and moves a question at the end to the end', async () => {
    const { modules } = await readRoute(files, 'proef');
    const module = modules[0];
    expect(module?.audio).toMatchObject({
      duration: 12,
      synthetic: true,
      type: 'audio/mpeg',
      size: 12_168,
    });
    expect(module?.peaks).toEqual([0, 0.25, 0.5, 1]);
    expect(module?.chapters.map(({ id, startTime, endTime }) => [id, startTime, endTime])).toEqual([
      ['het-begin', 0.5, 4],
      ['het-vervolg', 4, 12],
    ]);
    expect(module?.chapters[0]?.blocks[0]).toEqual({
      kind: 'paragraph',
      sentences: [
        {
          id: 's1',
          content: [{ kind: 'text', text: 'Dit is de eerste zin.' }],
          startTime: 1,
          endTime: 1.8,
        },
        {
          id: 's2',
          content: [
            { kind: 'text', text: 'Dit is de ' },
            { kind: 'emphasis', text: 'tweede' },
            { kind: 'text', text: ' zin.' },
          ],
          startTime: 2,
          endTime: 2.6,
        },
      ],
    });
    expect(
      module?.chapters[1]?.blocks.map((block) =>
        block.kind === 'question' ? block.questionId : block.kind,
      ),
    ).toEqual(['paragraph', 'list', 'wat-weet-je', 'paragraph', 'jouw-plan']);
    expect(module?.questions[1]).toEqual({
      id: 'wat-weet-je',
      kind: 'recall',
      // printf 'Wat weet je nog?' | sha256sum | cut -c1-12
      version: '7827ddd8d4fe',
      text: 'Wat weet je nog?',
      modelAnswer: 'Dat dit een proef is.',
      on: 'module',
      times: { cueTime: 7.5, startTime: 7.625, quietTime: 8.25, endTime: 8.75 },
    });
  });

  it('takes the share that counts as finished from the author, or nine tenths', async () => {
    const path = 'modules/proef/01-eerste-stap.md';
    const text = new TextDecoder().decode(files.read(path));
    const changed = new TextEncoder().encode(text.replace('completion: 0.9', 'completion: 0.75'));
    const { modules, route } = await readRoute(
      { list: files.list, read: (asked) => (asked === path ? changed : files.read(asked)) },
      'proef',
    );
    expect(modules.map(({ completion }) => completion)).toEqual([0.75, 0.9]);
    expect(route?.modules.map(({ completion }) => completion)).toEqual([0.75, 0.9]);
  });

  it('joins a recording by the words of its transcript', async () => {
    const { modules } = await readRoute(files, 'proef');
    const module = modules[1];
    const sentences = module?.chapters.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : [])),
    );
    expect(sentences?.map(({ startTime, endTime }) => [startTime, endTime])).toEqual([
      [0.5, 2.5],
      [2.5, 4.5],
      [5, 6.5],
      [7, 8],
    ]);
    expect(module?.chapters.map(({ startTime }) => startTime)).toEqual([0.5, 5]);
    expect(module?.questions.map(({ times, moment }) => times?.cueTime ?? moment)).toEqual([
      4.5,
      6.5,
      { kind: 'fraction', fraction: 0.5 },
    ]);
    expect(module?.audio).toMatchObject({ duration: 8.208, synthetic: false });
    expect(module?.episode).toMatchObject({
      people: ['Een gast', 'Een ander'],
      audio: { duration: 4.176 },
    });
  });

  it('gives scripts also for texts that still have to be spoken', async () => {
    const silent = createMemoryFiles([
      ...['route.md', '01-eerste-stap.md', '02-tweede-stap.md'].map(
        (name): [string, Uint8Array] => {
          const path = `modules/proef/${name}`;
          return [path, files.read(path) ?? new Uint8Array()];
        },
      ),
      ['media/proef/eerste-stap/tekening.svg', '<svg width="1" height="1"/>'],
    ]);
    const { scripts, modules, problems } = await readRoute(silent, 'proef', {
      narration: 'ignore',
    });
    expect(scripts.get('eerste-stap')?.map(({ kind }) => kind)).toEqual(
      'title heading sentence sentence question heading sentence sentence sentence question sentence question'.split(
        ' ',
      ),
    );
    expect(modules[0]?.audio).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual([
      'audio-missing',
      'transcript-missing',
      'audio-missing',
    ]);
  });
});

describe('readCatalog', () => {
  it('publishes each file under a name that holds its hash', async () => {
    const { files: published, catalog } = await readCatalog(files);
    const shapes = [...published.keys()]
      .map((address) => address.replace(/[0-9a-f]{10}/, '<hash>'))
      .sort();
    expect(shapes).toEqual([
      'catalog.json',
      'content/proef/eerste-stap.<hash>.json',
      'content/proef/tekening.<hash>.svg',
      'content/proef/tweede-stap.<hash>.json',
      'media/proef/eerste-stap/<hash>.mp3',
      'media/proef/eerste-stap/<hash>.vtt',
      'media/proef/tweede-stap/<hash>.mp3',
      'media/proef/tweede-stap/<hash>.mp3',
      'media/proef/tweede-stap/<hash>.vtt',
    ]);
    const [first] = catalog.routes[0]?.modules ?? [];
    const json = published.get(first?.contentUrl ?? '');
    const figure = published.get(first?.assetUrls[0] ?? '');
    expect(JSON.parse(new TextDecoder().decode(json))).toMatchObject({
      id: 'eerste-stap',
      routeId: 'proef',
    });
    expect(first?.contentSize).toBe((json?.length ?? 0) + (figure?.length ?? 0));
    expect(JSON.parse(new TextDecoder().decode(published.get('catalog.json')))).toEqual(catalog);
  });
});
