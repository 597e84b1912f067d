import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../src/catalog/content-problem.ts';
import { readCatalog } from '../../src/catalog/read-catalog.ts';
import { readBrokenFixtures, readGoodFiles } from './fixture-files.ts';

const fixtures = readBrokenFixtures();

describe('the fixtures of the checker', () => {
  it('finds nothing wrong with the good project', async () => {
    const { problems } = await readCatalog(readGoodFiles());
    expect(problems).toEqual([]);
  });

  it('has a fixture for every fault, and no fixture for a fault that is not in the table', () => {
    const tested = new Set(fixtures.map(({ name }) => name.split('.')[0]));
    expect([...tested].sort()).toEqual(Object.keys(PROBLEM_CODES).sort());
  });

  it.each(fixtures)(
    '$name: exactly its own fault, at its own place',
    async ({ files, name, problems }) => {
      const found = await readCatalog(files);
      const places = found.problems.map(({ message: _, ...place }) => place);
      expect(places).toEqual(problems);
      expect(new Set(problems.map(({ code }) => code))).toEqual(new Set([name.split('.')[0]]));
    },
  );

  it('finds the faults of all files in one run', async () => {
    const chosen = ['out-of-range', 'doubled-word', 'cue-past-end'];
    const broken = fixtures.filter(({ name }) => chosen.includes(name));
    const good = readGoodFiles();
    const { problems } = await readCatalog({
      list: good.list,
      read: (path) => {
        const changed = broken.find(
          ({ files, problems: [problem] }) => problem?.path === path && files.read(path),
        );
        return changed ? changed.files.read(path) : good.read(path);
      },
    });
    expect(problems.map(({ code }) => code).sort()).toEqual([...chosen].sort());
  });
});
