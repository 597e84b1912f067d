/**
 * The command `npm run narrate`: speaks the modules whose narration does not fit their text any more.
 * `--check` only tells which, `--report` shows what may be misread, `--sounds` makes the app's sounds.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { formatProblem } from '../catalog/content-problem.ts';
import { createDiskFiles } from './content-files.ts';
import { createAppSounds } from './narration/app-sounds.ts';
import { findSuspectWords, formatReport } from './narration/misreading-report.ts';
import {
  findNarrationTargets,
  isFileOf,
  type NarrationTarget,
} from './narration/narration-targets.ts';
import { checkVoice, readPhonetics } from './narration/speech.ts';
import type { Staleness } from './narration/staleness.ts';
import { writeNarration, writeRecordingScript } from './narration/write-narration.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CACHE = path.join(ROOT, '.cache/narration');
const SOUNDS = path.join(ROOT, 'src/static/sounds');

const REASONS: Record<Staleness, string> = {
  absent: 'nog niet voorgelezen',
  text: 'de tekst is veranderd',
  voice: 'de stem of de uitspraak is veranderd',
};

const HELP = `Gebruik: npm run narrate -- [module …] [--check | --report | --sounds]
  module     alleen deze modules, met hun id; zonder id alle modules
  --check    zegt alleen welke modules niet meer kloppen (afsluitcode 1 als dat er zijn)
  --report   laat zien welke woorden misschien verkeerd klinken
  --sounds   maakt de geluiden van de app opnieuw`;

process.exitCode = await run(process.argv.slice(2));

/** Runs the command. @returns The exit code. */
async function run(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) return 1;
  if (options.sounds) return makeSounds();
  const { targets, problems, moduleIds } = await findNarrationTargets(createDiskFiles(ROOT), ROOT);
  const unknown = options.modules.filter((id) => !moduleIds.includes(id));
  if (unknown.length > 0) {
    console.error(`Onbekende module: ${unknown.join(', ')}. Er zijn: ${moduleIds.join(', ')}.`);
    return 1;
  }
  const isChosen = (id: string) => options.modules.length === 0 || options.modules.includes(id);
  const chosen = targets.filter(({ moduleId }) => isChosen(moduleId));
  if (options.report) return printReports(chosen);
  const faults = problems.filter(
    ({ path: file }) => !moduleIds.some((id) => !isChosen(id) && isFileOf(id, file)),
  );
  for (const problem of faults) console.error(formatProblem(problem));
  if (faults.length > 0) console.error('Wat fouten heeft, wordt niet voorgelezen.');
  const isClean = faults.length === 0;
  const isDone = options.check ? checkAll(chosen, isClean) : await narrateAll(chosen, isClean);
  return isDone && isClean ? 0 : 1;
}

function readOptions(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        check: { type: 'boolean', default: false },
        report: { type: 'boolean', default: false },
        sounds: { type: 'boolean', default: false },
      },
    });
    return { ...values, modules: positionals };
  } catch {
    console.error(HELP);
    return undefined;
  }
}

/** @param isClean - Whether there are no faults besides: only then is everything as it should be. */
function checkAll(targets: readonly NarrationTarget[], isClean: boolean): boolean {
  const stale = targets.filter(({ staleness }) => staleness);
  for (const { moduleId, staleness } of stale) {
    if (staleness) console.log(`${moduleId}: ${REASONS[staleness]}`);
  }
  if (stale.length > 0) console.log('Lees opnieuw voor met: npm run narrate');
  else if (isClean) console.log('Alle voorgelezen modules kloppen met hun tekst.');
  return stale.length === 0;
}

async function narrateAll(targets: readonly NarrationTarget[], isClean: boolean): Promise<boolean> {
  const stale = targets.filter(({ staleness }) => staleness);
  for (const { folder, job } of targets) await writeRecordingScript(folder, job.utterances);
  if (stale.length === 0) {
    if (isClean)
      console.log('Alle voorgelezen modules kloppen met hun tekst. Er is niets te doen.');
    return true;
  }
  await checkVoice();
  for (const [index, target] of stale.entries()) {
    const { moduleId, staleness = 'absent' } = target;
    console.log(`${index + 1}/${stale.length} ${moduleId} (${REASONS[staleness]})`);
    const start = performance.now();
    const made = await writeNarration(target, CACHE);
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `    ${formatDuration(made.duration)} geluid, ${formatNumber(made.size / 1e6)} MB; ` +
        `${made.spokenCount} stukken gesproken, ${made.reusedCount} uit de cache; ` +
        `klaar in ${formatNumber(seconds)} s`,
    );
  }
  await printReports(stale);
  return true;
}

async function printReports(targets: readonly NarrationTarget[]): Promise<number> {
  for (const { moduleId, job } of targets) {
    const words = findSuspectWords(job.utterances);
    if (words.length === 0) continue;
    const phonetics = await readPhonetics(words.map(({ spokenText }) => spokenText));
    console.log(`\n${moduleId}: luister of deze woorden goed klinken`);
    console.log(formatReport(words, phonetics));
  }
  return 0;
}

async function makeSounds(): Promise<number> {
  await mkdir(SOUNDS, { recursive: true });
  for (const [name, bytes] of await createAppSounds()) {
    await writeFile(path.join(SOUNDS, name), bytes);
    console.log(`src/static/sounds/${name}: ${formatNumber(bytes.length / 1000)} kB`);
  }
  return 0;
}

function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function formatNumber(value: number): string {
  return value.toLocaleString('nl-NL', { maximumFractionDigits: 1 });
}
