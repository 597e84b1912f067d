import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findNarrationTargets } from '../../../../src/build/narration/narration-targets.ts';
import { formatTiming } from '../../../../src/build/narration/timing-file.ts';
import { voiceHash } from '../../../../src/build/narration/voice-hash.ts';
import { createMemoryFiles } from '../../../../src/catalog/source-files.ts';

const ROUTE = `---
format: 1
id: proef
title: Proefroute
summary: Een route om mee te proberen.
lang: nl
colors: [sociaal, veiligheid]
license: CC-BY-4.0
modules: [goed, fout]
withdrawn: []
---

Tekst van de route.
`;

function writeModule(id: string, extra = ''): string {
  return `---
format: 1
id: ${id}
title: Module ${id}
question: Wat is de vraag?
summary: Een module om mee te proberen.
lang: nl
audio: narration
${extra}sources:
  - { title: Bron, publisher: Uitgever, year: 2020 }
---

## Kopje {#kopje}

Eerste zin. Tweede zin.
`;
}

const FILES = createMemoryFiles([
  ['modules/proef/route.md', ROUTE],
  ['modules/proef/01-goed.md', writeModule('goed')],
  ['modules/proef/02-fout.md', writeModule('fout', 'bestaatniet: ja\n')],
]);

describe('findNarrationTargets', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'narration-'));
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('gives modules without faults, with what is said and where it goes', async () => {
    const { targets, moduleIds } = await findNarrationTargets(FILES, root);
    expect(moduleIds).toEqual(['goed', 'fout']);
    expect(targets).toHaveLength(1);
    expect(targets[0]).toMatchObject({
      moduleId: 'goed',
      folder: path.join(root, 'media/proef/goed'),
      staleness: 'absent',
      job: { routeTitle: 'Proefroute' },
    });
    expect(targets[0]?.job.utterances.map(({ text }) => text)).toEqual([
      'Module goed',
      'Kopje',
      'Eerste zin.',
      'Tweede zin.',
    ]);
  });

  it('tells the faults of the others', async () => {
    const { problems } = await findNarrationTargets(FILES, root);
    expect(problems.map((problem) => [problem.path, problem.code])).toEqual([
      ['modules/proef/02-fout.md', 'unknown-key'],
    ]);
  });

  it('tells the faults of the route itself, and goes on with its modules', async () => {
    const files = createMemoryFiles([
      ['modules/proef/route.md', ROUTE.replace('modules: [goed, fout]', 'modulen: [goed, fout]')],
      ['modules/proef/01-goed.md', writeModule('goed')],
      ['modules/LICENSE', 'Geen route.'],
    ]);
    const { problems, targets } = await findNarrationTargets(files, root);
    expect(problems.map(({ path: file, code }) => [file, code])).toEqual([
      ['modules/proef/route.md', 'missing-key'],
      ['modules/proef/route.md', 'unknown-key'],
    ]);
    expect(targets.map(({ moduleId }) => moduleId)).toEqual(['goed']);
  });

  it('tells that a folder has no route', async () => {
    const files = createMemoryFiles([['modules/proef/01-goed.md', writeModule('goed')]]);
    const { problems } = await findNarrationTargets(files, root);
    expect(problems.map(({ code }) => code)).toEqual(['route-file-missing']);
  });

  it('knows a narration that still fits', async () => {
    const [target] = (await findNarrationTargets(FILES, root)).targets;
    if (!target) throw new Error('no target');
    mkdirSync(target.folder, { recursive: true });
    const { utterances, textHash } = target.job;
    const timing = formatTiming({
      format: 1,
      textHash,
      voiceHash: voiceHash(utterances),
      duration: 1,
      chapters: [],
      sentences: [],
      questions: [],
      peaks: [],
    });
    writeFileSync(path.join(target.folder, 'narration.json'), timing);
    for (const ending of ['mp3', 'vtt']) {
      writeFileSync(path.join(target.folder, `narration.${ending}`), 'x');
    }
    const again = await findNarrationTargets(FILES, root);
    expect(again.targets[0]?.staleness).toBeUndefined();
  });
});
