/** Reads what the two test runners report, as counts and as text for a person. */
import { readFile } from 'node:fs/promises';

/** What came out of one step; each failure is its own text. */
export interface Outcome {
  passed: number;
  failures: string[];
  /** Tests that passed only at a second try: told by name, so that a shaky one is not forgotten. */
  retried?: string[];
  /** Tests that this machine could not run, with why: they count neither as passed nor as failed. */
  skipped?: string[];
  /** What kill tests measured: their seed and their figures. */
  figures?: string[];
}

/** How a line begins that a test prints for the one who ran it. */
const FIGURE = 'SEED=';

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

interface PlaywrightTest {
  status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
  annotations: { type: string; description?: string }[];
  results: { errors: { message?: string }[]; stdout: { text?: string }[] }[];
}

interface PlaywrightSuite {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: {
    title: string;
    file: string;
    line: number;
    tests: PlaywrightTest[];
  }[];
}

interface PlaywrightReport {
  suites: PlaywrightSuite[];
  errors: { message?: string }[];
}

/** Reads Vitest's JSON. A file that could not be loaded is one failure. */
export async function readVitestReport(path: string): Promise<Outcome> {
  const skipped: string[] = [];
  const outcome: Outcome = { passed: 0, failures: [], skipped };
  const report = await readJson<VitestReport>(path);
  for (const file of report?.testResults ?? []) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') outcome.passed += 1;
      else if (test.status !== 'failed') skipped.push(`${test.fullName} (${file.name})`);
      else {
        outcome.failures.push(
          `${file.name}\n${test.fullName}\n${withoutRunnerFrames(test.failureMessages.join('\n'))}`,
        );
      }
    }
    const isBroken = file.status === 'failed' && file.assertionResults.length === 0;
    if (isBroken) outcome.failures.push(`${file.name}\n${file.message}`);
  }
  return outcome;
}

/** Reads Playwright's JSON. */
export async function readPlaywrightReport(path: string): Promise<Outcome> {
  const retried: string[] = [];
  const skipped: string[] = [];
  const figures: string[] = [];
  const outcome: Outcome = { passed: 0, failures: [], retried, skipped, figures };
  const report = await readJson<PlaywrightReport>(path);
  for (const error of report?.errors ?? []) outcome.failures.push(error.message ?? 'unknown error');
  const suites = [...(report?.suites ?? [])];
  for (let suite = suites.pop(); suite; suite = suites.pop()) {
    suites.push(...(suite.suites ?? []));
    for (const spec of suite.specs ?? []) {
      const name = `${spec.file}:${spec.line} ${spec.title}`;
      for (const test of spec.tests) {
        if (test.status === 'expected' || test.status === 'flaky') outcome.passed += 1;
        if (test.status === 'flaky') retried.push(name);
        if (test.status === 'skipped') skipped.push(`${name}: ${reasonOf(test)}`);
        if (test.status === 'unexpected') {
          const errors = test.results.flatMap((result) => result.errors);
          const text = errors.map((error) => error.message ?? '').join('\n');
          outcome.failures.push(`${name}\n${text}`);
        }
        figures.push(...figuresOf(test));
      }
    }
  }
  return outcome;
}

/** Without a reason nobody chose to skip it: the runner stopped before its turn. */
function reasonOf({ annotations }: PlaywrightTest): string {
  const [given] = annotations.flatMap(({ description }) => description ?? []);
  return given ?? 'did not run';
}

function figuresOf({ results }: PlaywrightTest): string[] {
  // A long line may come in pieces.
  const printed = results.map(({ stdout }) => stdout.map(({ text }) => text ?? '').join(''));
  return printed.flatMap((text) => text.split('\n').filter((line) => line.startsWith(FIGURE)));
}

/** The stack without the runner's own part, which is the same for every failure. */
function withoutRunnerFrames(message: string): string {
  const lines = message.split('\n');
  return lines.filter((line) => !/^\s+at .*node_modules/.test(line)).join('\n');
}

/** @returns `undefined` when the runner wrote no report. */
async function readJson<Report>(path: string): Promise<Report | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Report);
}
