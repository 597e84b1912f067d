/**
 * The next edition of the route, made of a build: one module has another name, two were spoken anew and one of
 * these reworded, and one was withdrawn.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LearningModule, Sentence } from '../../src/model/learning-module.ts';
import type { Catalog, ModuleSummary } from '../../src/model/learning-route.ts';
import { plainText, timedSentences } from '../../src/model/timeline.ts';
import type { Seconds } from '../../src/model/units.ts';
import { describeSound, hexHash } from './large-module.ts';
import { makeMp3File } from './sound-files.ts';

/** What became of the modules. */
export const EDITION = {
  renamed: { from: 'even-niet-weten', to: 'niet-meteen-weten' },
  respoken: 'bepaal-de-urgentie',
  reworded: 'neem-eigenaarschap',
  withdrawn: { id: 'overbrug-taal', reason: 'De bron klopte niet meer.' },
} as const;

/** So many seconds later comes everything that was spoken anew: the sound begins with a tone of that length. */
export const LATER: Seconds = 10;

/** A narration of the route has 32 kilobits a second. */
const BYTES_PER_SECOND = 4000;

/** Writes it over what is in the folder. @param lost - The words that the reworded module no longer has. */
export async function publishNextEdition(folder: string, lost: string): Promise<void> {
  const path = join(folder, 'catalog.json');
  const catalog: Catalog = JSON.parse(await readFile(path, 'utf8'));
  const [route] = catalog.routes;
  if (!route) throw new Error('the catalog holds no route');
  const { renamed, respoken, reworded, withdrawn } = EDITION;
  for (const summary of route.modules) {
    if (summary.id === renamed.from) {
      summary.id = renamed.to;
      summary.aliases = [renamed.from];
      await rewriteText(folder, summary, (module) => {
        module.id = renamed.to;
      });
    }
    if (summary.id === respoken || summary.id === reworded) await speakAnew(folder, summary);
    if (summary.id === reworded) {
      await rewriteText(folder, summary, (module) => {
        for (const sentence of wordsOf(module, lost)) {
          sentence.content = [{ kind: 'text', text: 'Deze zin staat er nu.' }];
        }
      });
    }
  }
  route.modules = route.modules.filter(({ id }) => id !== withdrawn.id);
  route.withdrawn = [{ ...withdrawn }];
  await writeFile(path, JSON.stringify(catalog));
}

function wordsOf(module: LearningModule, words: string): Sentence[] {
  const found = timedSentences(module).filter((sentence) => plainText(sentence) === words);
  if (found.length === 0) throw new Error(`${module.id} has no sentence “${words}”`);
  return found;
}

async function speakAnew(folder: string, summary: ModuleSummary): Promise<void> {
  if (!summary.audio) throw new Error(`${summary.id} has no audio`);
  const before = await readFile(join(folder, summary.audio.url));
  const tone = (await makeMp3File(LATER)).buffer.subarray(0, LATER * BYTES_PER_SECOND);
  const bytes = Buffer.concat([tone, before]);
  const { url, duration } = summary.audio;
  const audio = describeSound(
    {
      ...summary.audio,
      duration: duration + LATER,
      url: url.replace(/\w+\.mp3$/, `${hexHash(bytes).slice(0, 10)}.mp3`),
    },
    bytes,
  );
  // A deployment that leaves nothing of the one before it.
  await rm(join(folder, url));
  await writeFile(join(folder, audio.url), bytes);
  summary.audio = audio;
  await rewriteText(folder, summary, (module) => {
    delay(module);
    const [first] = module.chapters;
    if (first) first.startTime = 0;
    module.audio = audio;
  });
}

const MOMENTS = new Set(['startTime', 'endTime', 'cueTime', 'quietTime']);

/** Moves every moment, however deep. */
function delay(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (MOMENTS.has(key) && typeof part === 'number') Object.assign(value, { [key]: part + LATER });
    else delay(part);
  }
}

async function rewriteText(
  folder: string,
  summary: ModuleSummary,
  change: (module: LearningModule) => void,
): Promise<void> {
  const module: LearningModule = JSON.parse(
    await readFile(join(folder, summary.contentUrl), 'utf8'),
  );
  change(module);
  const text = JSON.stringify(module);
  await rm(join(folder, summary.contentUrl));
  summary.contentUrl = `content/${module.routeId}/${module.id}.${hexHash(Buffer.from(text)).slice(0, 10)}.json`;
  summary.contentSize = Buffer.byteLength(text);
  await writeFile(join(folder, summary.contentUrl), text);
}
