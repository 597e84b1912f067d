/**
 * `npm test`: every check, one after the other, and one line at the end that counts them.
 * With `--faults` only the long kill and fault tests run, at moments of a printed seed.
 */
import { spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './find-browser.ts';
import { LONG_FORM } from './kill-rounds.ts';
import { type Outcome, readPlaywrightReport, readVitestReport } from './read-reports.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REPORTS = fileURLToPath(new URL('../.cache/reports', import.meta.url));

const TSC = 'node_modules/typescript/bin/tsc';
const TSX = 'node_modules/tsx/dist/cli.mjs';
const BIOME = 'node_modules/@biomejs/biome/bin/biome';
const VITEST = 'node_modules/vitest/vitest.mjs';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

interface Step {
  name: string;
  run: () => Promise<Outcome>;
}

const isLong = process.argv.includes('--faults');
const total = { passed: 0, failed: 0 };

await rm(REPORTS, { recursive: true, force: true });
await mkdir(REPORTS, { recursive: true });
for (const step of isLong ? [buildStep(), browserStep('faults')] : allSteps()) {
  const outcome = await runStep(step);
  total.passed += outcome.passed;
  total.failed += outcome.failures.length;
  // Browser tests of an older build would tell nothing.
  if (step.name === 'build' && outcome.failures.length > 0) break;
}
console.log(`tests: ${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

function allSteps(): Step[] {
  return [
    { name: 'types', run: () => asOneTest([[TSC], [TSC, '-p', 'src/sw/tsconfig.json']]) },
    { name: 'lint and format', run: () => asOneTest([[BIOME, 'ci', '--colors=off']]) },
    { name: 'unit, content, architecture', run: runVitest },
    buildStep(),
    browserStep('browser', 'e2e', 'faults'),
  ];
}

function buildStep(): Step {
  return { name: 'build', run: () => asOneTest([[TSX, 'src/build/build-site.ts']]) };
}

function browserStep(...projects: string[]): Step {
  return { name: isLong ? 'faults, long form' : 'browser', run: () => runPlaywright(projects) };
}

async function runStep(step: Step): Promise<Outcome> {
  const startedAt = performance.now();
  const outcome = await step.run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const { passed, failures } = outcome;
  const word = failures.length > 0 ? 'FAILED' : 'ok';
  console.log(
    `${word.padEnd(6)} ${step.name}: ${passed} of ${passed + failures.length}, ${seconds} s`,
  );
  for (const line of outcome.figures ?? []) console.log(`       ${line}`);
  for (const name of outcome.retried ?? []) console.log(`       passed at a second try: ${name}`);
  for (const name of outcome.skipped ?? []) console.log(`       skipped: ${name}`);
  for (const failure of failures) console.log(`\n${failure}\n`);
  return outcome;
}

/** Commands that together are one check; the first that fails decides. */
async function asOneTest(commands: string[][]): Promise<Outcome> {
  for (const command of commands) {
    const { code, output } = await runNode(command);
    if (code !== 0) return { passed: 0, failures: [output.trim()] };
  }
  return { passed: 1, failures: [] };
}

async function runVitest(): Promise<Outcome> {
  const report = `${REPORTS}/vitest.json`;
  const { code, output } = await runNode([
    VITEST,
    'run',
    '--reporter=json',
    `--outputFile=${report}`,
  ]);
  return explain(await readVitestReport(report), code, output);
}

async function runPlaywright(projects: string[]): Promise<Outcome> {
  try {
    const browser = await findBrowser();
    console.log(`       browser: ${browser.executablePath} (${browser.source})`);
  } catch (error) {
    return { passed: 0, failures: [error instanceof Error ? error.message : String(error)] };
  }
  const report = `${REPORTS}/playwright.json`;
  const env: Record<string, string> = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  if (isLong) {
    env[LONG_FORM] = '1';
    env.SEED = process.env.SEED ?? String(Math.floor(Math.random() * 1_000_000));
    console.log(`       SEED=${env.SEED}`);
  }
  const args = projects.map((project) => `--project=${project}`);
  const { code, output } = await runNode([PLAYWRIGHT, 'test', '--reporter=json', ...args], env);
  return explain(await readPlaywrightReport(report), code, output);
}

/** A runner that fails without a failed test, or ran none, is a failure of its own. */
function explain(outcome: Outcome, code: number, output: string): Outcome {
  const isExplained = outcome.failures.length > 0 || (code === 0 && outcome.passed > 0);
  if (isExplained) return outcome;
  return { ...outcome, failures: [output.trim() || `the runner ended with ${code}, no tests ran`] };
}

function runNode(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
