import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/catalog/content-problem.ts';
import { readRoute } from '../../src/catalog/read-route.ts';
import { createMemoryFiles } from '../../src/catalog/source-files.ts';

const guide = readFileSync(new URL('../../docs/authoring.md', import.meta.url), 'utf8');
const examples = [...guide.matchAll(/^```(markdown|yaml)\n([\s\S]*?)^```$/gm)].map(
  ([, , text = '']) => text,
);
const [route = '', module = '', questions = '', episode = ''] = examples;

describe('the guide for authors', () => {
  it('has examples that the checker accepts', async () => {
    const whole = `${module.replace('sources:', `${episode.replace(/^ {2}file:.*\n/m, '')}sources:`)}\n${questions}`;
    const first = module
      .replace('id: neem-eigenaarschap', 'id: even-niet-weten')
      .replace(/^(aliases|requires):.*\n/gm, '');
    const files = createMemoryFiles([
      ['modules/twee-werelden/route.md', route],
      ['modules/twee-werelden/01-even-niet-weten.md', first],
      ['modules/twee-werelden/02-neem-eigenaarschap.md', whole],
    ]);
    const { problems, modules } = await readRoute(files, 'twee-werelden', { narration: 'ignore' });
    expect(problems.map(formatProblem)).toEqual([]);
    expect(modules[1]?.questions.map(({ kind }) => kind)).toEqual(['reflect', 'recall', 'plan']);
    expect(modules[1]?.episode?.people).toEqual(['Nora Hammidi', 'Khalid Heyouf']);
  });
});
