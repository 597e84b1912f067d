import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlaywrightReport, readVitestReport } from '../../read-reports.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luisterroute-reports-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function writeReport(report: unknown): Promise<string> {
  const path = join(folder, 'report.json');
  await writeFile(path, JSON.stringify(report));
  return path;
}

/** One spec of Playwright's JSON with one test. */
function spec(title: string, status: string, rest: { reason?: string; said?: string[] } = {}) {
  const { reason, said = [] } = rest;
  return {
    title,
    file: 'faults/kill.spec.ts',
    line: 9,
    tests: [
      {
        status,
        annotations: reason === undefined ? [] : [{ type: 'skip', description: reason }],
        results: [
          {
            errors: status === 'unexpected' ? [{ message: 'lost 3 s' }] : [],
            stdout: said.map((text) => ({ text })),
          },
        ],
      },
    ],
  };
}

describe('readPlaywrightReport', () => {
  it('counts what passed, also at a second try, and what failed, in suites of any depth', async () => {
    const path = await writeReport({
      errors: [],
      suites: [
        { title: 'a', specs: [spec('keeps', 'expected')] },
        {
          title: 'b',
          suites: [{ title: 'c', specs: [spec('shakes', 'flaky'), spec('loses', 'unexpected')] }],
        },
      ],
    });
    expect(await readPlaywrightReport(path)).toEqual({
      passed: 2,
      failures: ['faults/kill.spec.ts:9 loses\nlost 3 s'],
      retried: ['faults/kill.spec.ts:9 shakes'],
      skipped: [],
      figures: [],
    });
  });

  it('names what was skipped with its reason, and counts it nowhere', async () => {
    const specs = [spec('hides', 'skipped', { reason: 'no screen' }), spec('waits', 'skipped')];
    const path = await writeReport({ errors: [], suites: [{ title: 'a', specs }] });
    expect(await readPlaywrightReport(path)).toMatchObject({
      passed: 0,
      failures: [],
      skipped: [
        'faults/kill.spec.ts:9 hides: no screen',
        'faults/kill.spec.ts:9 waits: did not run',
      ],
    });
  });

  it('keeps the figures of kill tests, whole or in pieces, and no other line', async () => {
    const specs = [
      spec('speaks', 'expected', { said: ['weighed\nSEED=7: 5 kills', ' while speaking\n'] }),
      spec('types', 'unexpected', { said: ['SEED=7: 5 kills while typing\nnot a SEED=7\n'] }),
    ];
    const path = await writeReport({ errors: [], suites: [{ title: 'a', specs }] });
    const { figures } = await readPlaywrightReport(path);
    expect(figures).toEqual(['SEED=7: 5 kills while speaking', 'SEED=7: 5 kills while typing']);
  });

  it('tells an error outside of any test as a failure', async () => {
    const path = await writeReport({ errors: [{ message: 'no tests found' }], suites: [] });
    expect((await readPlaywrightReport(path)).failures).toEqual(['no tests found']);
  });

  it('finds nothing where no report was written', async () => {
    const outcome = await readPlaywrightReport(join(folder, 'none.json'));
    expect(outcome).toMatchObject({ passed: 0, failures: [] });
  });
});

describe('readVitestReport', () => {
  const result = (status: string) => ({ status, fullName: `it ${status}`, failureMessages: [] });

  it('counts what passed, names what was skipped, and leaves out the frames of the runner', async () => {
    const message = 'wrong\n    at own.test.ts:3\n    at run (/a/node_modules/vitest/x.js:1)';
    const path = await writeReport({
      testResults: [
        {
          name: 'own.test.ts',
          status: 'failed',
          message: '',
          assertionResults: [
            result('passed'),
            result('skipped'),
            result('todo'),
            { ...result('failed'), failureMessages: [message] },
          ],
        },
      ],
    });
    expect(await readVitestReport(path)).toEqual({
      passed: 1,
      failures: ['own.test.ts\nit failed\nwrong\n    at own.test.ts:3'],
      skipped: ['it skipped (own.test.ts)', 'it todo (own.test.ts)'],
    });
  });

  it('tells a file that could not be loaded as one failure', async () => {
    const broken = { name: 'broken.test.ts', status: 'failed', message: 'no such module' };
    const path = await writeReport({ testResults: [{ ...broken, assertionResults: [] }] });
    expect((await readVitestReport(path)).failures).toEqual(['broken.test.ts\nno such module']);
  });
});
