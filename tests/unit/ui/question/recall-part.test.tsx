/** What counts as an own answer before the example is shown. */
import { signal } from '@preact/signals-core';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { Question } from '../../../../src/model/learning-module.ts';
import type { AppState } from '../../../../src/state/app-state.ts';
import type { VoiceState } from '../../../../src/state/notebook/voice.ts';
import type { WritingState } from '../../../../src/state/notebook/writing.ts';
import { createStillApp } from '../../../../src/state/still-app.ts';
import { AppProvider } from '../../../../src/ui/frame/app-context.ts';
import { RecallPart } from '../../../../src/ui/question/recall-part.tsx';
import { moduleOf } from '../../../fixtures/learning-route.ts';

const question: Question = {
  id: 'q',
  kind: 'recall',
  version: 'v',
  text: 'Wat was het?',
  on: 'module',
  modelAnswer: 'Dit.',
};
const module = moduleOf('a', { questions: [question] });

function render(text: string, spokenAbout?: string, answering?: string): string {
  const app = createStillApp({
    base: '/',
    catalog: { format: 1, routes: [] },
    page: { kind: 'notes' },
    modules: [],
    version: 'proef',
  });
  if (spokenAbout !== undefined) {
    app.notebook.put({
      note: {
        id: 'n',
        kind: 'answer',
        routeId: 'r',
        moduleId: 'a',
        anchor: { questionId: spokenAbout },
        createdAt: 1,
        voice: { type: 'audio/webm', duration: 12, peaks: [], pieces: 12 },
      },
      text: '',
      updatedAt: 1,
      revisions: [],
    });
  }
  const voice = { answering: signal(answering) } as Partial<VoiceState>;
  const tools = signal({ voice }) as unknown as AppState['tools'];
  return renderToString(
    <AppProvider value={{ ...app, tools }}>
      <RecallPart
        open={{ routeId: 'r', module, question }}
        writing={{ text: signal(text) } as unknown as WritingState}
        modelAnswer="Dit."
      />
    </AppProvider>,
  );
}

test.each([
  ['nothing', render(''), false],
  ['white space', render(' \n'), false],
  ['words', render('Dat'), true],
  ['an answer that was spoken', render('', 'q'), true],
  ['an answer to another question', render('', 'p'), false],
  ['what is being spoken now', render('', 'q', 'r/a/q'), false],
])('of %s: an own answer to compare with?', (_what, html, hasOwn) => {
  expect(html.includes('Vergelijk met een voorbeeldantwoord')).toBe(hasOwn);
  expect(html.includes('Ik weet het niet meer')).toBe(!hasOwn);
  expect(html).not.toContain('Dit.');
});
