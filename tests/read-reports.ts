/** Reads what the two test runners report, as counts and as text for a person. */
import { readFile } from 'node:fs/promises';

/** What came out of one step; each failure is its own text. */
export interface Outcome {
  passed: number;
  failures: string[];
  /** Tests that passed only at a second try: told by name, so that a shaky one is not forgotten. */
  retried?: string[];
}

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

interface PlaywrightSuite {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: {
    title: string;
    file: string;
    line: number;
    tests: {
      status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      results: { errors: { message?: string }[] }[];
    }[];
  }[];
}

interface PlaywrightReport {
  suites: PlaywrightSuite[];
  errors: { message?: string }[];
}

/** Reads Vitest's JSON. A file that could not be loaded is one failure. */
export async function readVitestReport(path: string): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failures: [] };
  const report = await readJson<VitestReport>(path);
  for (const file of report?.testResults ?? []) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') outcome.passed += 1;
      if (test.status === 'failed') {
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
  const outcome: Outcome = { passed: 0, failures: [], retried };
  const report = await readJson<PlaywrightReport>(path);
  for (const error of report?.errors ?? []) outcome.failures.push(error.message ?? 'unknown error');
  const suites = [...(report?.suites ?? [])];
  for (let suite = suites.pop(); suite; suite = suites.pop()) {
    suites.push(...(suite.suites ?? []));
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'expected' || test.status === 'flaky') outcome.passed += 1;
        if (test.status === 'flaky') retried.push(`${spec.file}:${spec.line} ${spec.title}`);
        if (test.status === 'unexpected') {
          const errors = test.results.flatMap((result) => result.errors);
          const text = errors.map((error) => error.message ?? '').join('\n');
          outcome.failures.push(`${spec.file}:${spec.line} ${spec.title}\n${text}`);
        }
      }
    }
  }
  return outcome;
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
