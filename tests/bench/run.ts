/**
 * `npm run bench`: what the app costs beside a bare `<audio controls>` on the same file, in one run. Prints a
 * table and ends with 1 when a limit is not met, or when a row could not be measured here and
 * `BENCH_ALLOW_SKIP=1` does not accept that. `BENCH_SECONDS`, `BENCH_ROUNDS`, `BENCH_PAIRS` and `BENCH_CHANGES`
 * make it shorter.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserOptions, type MeasuredBrowser, startBrowser } from './devtools-browser.ts';
import { measureFirstSounds } from './first-sound.ts';
import { type Loads, measureMainThread } from './main-thread.ts';
import { type MemorySample, measureMemory } from './memory.ts';
import { median, type Result, report, type Skipped } from './result-table.ts';
import { measureSearch, SEARCH_NOTES } from './search-time.ts';
import { type Subjects, serveSubjects } from './subjects.ts';
import { openDisplay } from './virtual-display.ts';

const SECONDS = numberFrom('BENCH_SECONDS', 30);
const ROUNDS = numberFrom('BENCH_ROUNDS', 5);
const PAIRS = numberFrom('BENCH_PAIRS', 15);
const CHANGES = numberFrom('BENCH_CHANGES', 200);
/** Names of parts: front, finding, growth, hidden. */
const ONLY = process.env.BENCH_ONLY?.split(',');

/** The samples at each end that are compared, or half of a shorter run. */
const END = Math.min(20, Math.floor(CHANGES / 2));

/** By so much the counts move between two modules; what 200 leaked modules would take is far more. */
const NOISE = 1.02;

/** Code that the engine compiles because it runs often is no memory that the app holds on to. */
const NO_COMPILER: BrowserOptions = { jsFlags: '--jitless' };

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

if (existsSync(join(DIST, 'catalog.json'))) {
  report(await measureAll());
} else {
  console.error('Er is nog niets gebouwd. Doe eerst: npm run build');
  process.exitCode = 1;
}

async function measureAll(): Promise<(Result | Skipped)[]> {
  const subjects = await serveSubjects(DIST);
  try {
    const parts = {
      front: () => withBrowser({}, (browser) => measureInFront(browser, subjects)),
      finding: () => withBrowser({}, (browser) => measureFinding(browser, subjects)),
      growth: () => withBrowser(NO_COMPILER, (browser) => measureGrowth(browser, subjects)),
      hidden: async () => [await measureHidden(subjects)],
    };
    const rows: (Result | Skipped)[] = [];
    for (const [name, measure] of Object.entries(parts)) {
      if (!ONLY || ONLY.includes(name)) rows.push(...(await measure()));
    }
    return rows;
  } finally {
    await subjects.close();
  }
}

async function withBrowser<T>(
  options: BrowserOptions,
  measure: (browser: MeasuredBrowser) => Promise<T>,
): Promise<T> {
  const browser = await startBrowser(options);
  try {
    return await measure(browser);
  } finally {
    await browser.close();
  }
}

async function measureInFront(browser: MeasuredBrowser, subjects: Subjects): Promise<Result[]> {
  const sounds = await measureFirstSounds(browser, subjects, PAIRS);
  print('tap to first sound, ms', sounds);
  const loads = await measureMainThread(browser, subjects, {
    visibility: 'visible',
    rounds: ROUNDS,
    time: SECONDS,
  });
  print('main thread visible, ms/s', loads);
  const wait = median(sounds.bare);
  const load = median(loads.bare);
  return [
    {
      name: `tap to first sound, slow 4G, median of ${PAIRS}`,
      unit: 'ms',
      app: median(sounds.app),
      beside: wait,
      limit: wait * 1.2,
    },
    {
      name: `main thread, visible, median of ${ROUNDS} x ${SECONDS} s`,
      unit: 'ms/s',
      app: median(loads.app),
      beside: load,
      limit: load * 1.5,
    },
  ];
}

/** The bare page has nothing to find: beside stands the wait for an index of everything. */
async function measureFinding(browser: MeasuredBrowser, subjects: Subjects): Promise<Result[]> {
  const { openingTask, waits, longestTask, building } = await measureSearch(browser, subjects);
  return [
    {
      name: `longest task of opening the page with ${SEARCH_NOTES} notes`,
      unit: 'ms',
      app: openingTask,
      beside: building,
      limit: 50,
    },
    {
      name: `letter to results among ${SEARCH_NOTES} notes, median of ${waits.length}`,
      unit: 'ms',
      app: median(waits),
      beside: building,
      limit: 100,
    },
    {
      name: 'longest task of the page while searching',
      unit: 'ms',
      app: longestTask,
      beside: building,
      limit: 50,
    },
  ];
}

async function measureGrowth(browser: MeasuredBrowser, subjects: Subjects): Promise<Result[]> {
  const samples = await measureMemory(browser, subjects, CHANGES);
  return [
    growth('JS heap', 'kB', samples, ({ bytes }) => bytes / 1000),
    growth('nodes', '', samples, ({ nodes }) => nodes),
    growth('listeners', '', samples, ({ listeners }) => listeners),
  ];
}

async function measureHidden(subjects: Subjects): Promise<Result | Skipped> {
  const name = `main thread, hidden, median of ${ROUNDS} x ${SECONDS} s`;
  const display = await openDisplay();
  if ('reason' in display) return { name, reason: display.reason };
  try {
    const loads = await withBrowser({ display: display.name }, (browser) =>
      measureMainThread(browser, subjects, {
        visibility: 'hidden',
        rounds: ROUNDS,
        time: SECONDS,
      }),
    );
    print('main thread hidden, ms/s', loads);
    const load = median(loads.bare);
    return { name, unit: 'ms/s', app: median(loads.app), beside: load, limit: load + 1 };
  } finally {
    await display.close();
  }
}

/** The last changes of module against the first ones. */
function growth(
  name: string,
  unit: string,
  samples: readonly MemorySample[],
  read: (sample: MemorySample) => number,
): Result {
  const first = median(samples.slice(0, END).map(read));
  const last = median(samples.slice(-END).map(read));
  return {
    name: `${name} after ${CHANGES} modules, beside the first`,
    unit,
    app: last,
    beside: first,
    limit: first * NOISE,
  };
}

function print(name: string, { app, bare }: Loads): void {
  const list = (values: number[]) => values.map((value) => value.toFixed(1)).join(' ');
  console.log(`${name}\n  app  ${list(app)}\n  bare ${list(bare)}`);
}

function numberFrom(name: string, usual: number): number {
  const given = process.env[name];
  const value = given === undefined || given === '' ? usual : Number(given);
  if (!(value > 0)) throw new Error(`${name}=${given} is geen getal boven nul.`);
  return value;
}
