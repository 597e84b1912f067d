/** The text as one stop of the tab key, also where it does not begin with a paragraph that has its times. */
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { Block, LearningModule, Sentence } from '../../../../src/model/learning-module.ts';
import { createStillApp } from '../../../../src/state/still-app.ts';
import { AppProvider } from '../../../../src/ui/frame/app-context.ts';
import { ReadAlong } from '../../../../src/ui/reading/read-along.tsx';

const timed = (id: string, startTime: number): Sentence => ({
  ...untimed(id),
  startTime,
  endTime: startTime + 1,
});
const untimed = (id: string): Sentence => ({ id, content: [{ kind: 'text', text: id }] });

test.each<[string, string | undefined, Block[]]>([
  ['a paragraph', 's1', [{ kind: 'paragraph', sentences: [timed('s1', 1), timed('s2', 2)] }]],
  [
    'a list',
    's1',
    [
      { kind: 'list', ordered: false, items: [[timed('s1', 1)], [timed('s2', 2)]] },
      { kind: 'paragraph', sentences: [timed('s3', 3)] },
    ],
  ],
  [
    'a sentence without a time',
    's2',
    [{ kind: 'paragraph', sentences: [untimed('s1'), timed('s2', 2)] }],
  ],
  ['nothing with a time', undefined, [{ kind: 'paragraph', sentences: [untimed('s1')] }]],
])('the tab key reaches one sentence of a text that starts with %s', (_start, id, blocks) => {
  const links = [...render(blocks).matchAll(/<a [^>]*data-sentence="(\w+)"[^>]*>/g)];
  const stops = links.filter(([link]) => /tabindex="0"/i.test(link)).map(([, stop]) => stop);
  expect(stops).toEqual(id === undefined ? [] : [id]);
});

function render(blocks: Block[]): string {
  const module: LearningModule = {
    id: 'een',
    routeId: 'route',
    completion: 0.9,
    peaks: [],
    title: 'Een',
    question: 'Wat?',
    summary: '',
    lang: 'nl',
    requires: [],
    sources: [],
    chapters: [{ id: 'begin', title: 'Begin', blocks }],
    questions: [],
  };
  const app = createStillApp({
    base: '/',
    catalog: { format: 1, routes: [] },
    page: { kind: 'notes' },
    modules: [],
    version: '',
  });
  return renderToString(
    <AppProvider value={app}>
      <ReadAlong routeId="route" module={module} />
    </AppProvider>,
  );
}
