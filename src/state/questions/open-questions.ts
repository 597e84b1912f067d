/** The list "Nog te beantwoorden": what was left for later and has no answer yet. */
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import {
  type DeferredQuestion,
  deferQuestion,
  readDeferredQuestions,
} from '../../model/deferred-questions.ts';
import type { Timestamp } from '../../model/units.ts';
import type { SettingsStore } from '../../storage/settings-store.ts';
import { createModel } from '../create-model.ts';
import { answerKey } from '../notebook/known-notes.ts';
import type { NotebookState } from '../notebook/notebook.ts';

export interface OpenQuestionsDeps {
  settings: SettingsStore;
  notebook: NotebookState;
  /** The key of the question that is answered aloud now: it counts before its first second is kept. */
  answering?: ReadonlySignal<string | undefined>;
  now: () => Timestamp;
}

/** The name under which the list is stored among the settings. */
export const DEFERRED_SETTING = 'deferredQuestions';

export const OpenQuestionsModel = createModel((deps: OpenQuestionsDeps) => {
  const { settings, notebook, now } = deps;
  const deferred = signal<readonly DeferredQuestion[]>([]);
  let saving = Promise.resolve();

  async function stored(): Promise<DeferredQuestion[]> {
    return readDeferredQuestions((await settings.load())[DEFERRED_SETTING]);
  }

  /** Another tab may have added to the list: what is stored is read first, and nothing of it is lost. */
  async function saveWith(question: DeferredQuestion): Promise<void> {
    try {
      await settings.save(DEFERRED_SETTING, deferQuestion(await stored(), question));
    } catch {
      // It stays on the list of this page; the storage has told that nothing is kept.
    }
  }

  function isAnswered(routeId: string, moduleId: string, questionId: string): boolean {
    const key = answerKey(routeId, moduleId, questionId);
    return notebook.answered.value.has(key) || deps.answering?.value === key;
  }

  function defer(routeId: string, moduleId: string, questionId: string): void {
    const question = { routeId, moduleId, questionId, deferredAt: now() };
    deferred.value = deferQuestion(deferred.peek(), question);
    saving = saving.then(() => saveWith(question));
  }

  /** Whether nothing stands in the field of the open question. */
  function isUntouched(): boolean {
    const open = notebook.opened.peek();
    const key = open && answerKey(open.routeId, open.module.id, open.question.id);
    const isSpoken =
      key !== undefined &&
      (deps.answering?.peek() === key || notebook.spokenAnswers.peek().has(key));
    if (isSpoken) return false;
    return notebook.writing.peek()?.isBlank() ?? true;
  }

  return {
    /** In the order of deferring. */
    list: computed(() =>
      deferred.value.filter(
        (entry) => !isAnswered(entry.routeId, entry.moduleId, entry.questionId),
      ),
    ),
    isAnswered,
    isUntouched,
    /** Puts a question on the list. */
    defer,
    /** The person chose Later for the open question: without words it goes on the list. */
    putAside(): void {
      const open = notebook.opened.peek();
      // One of an episode that cannot be heard here was opened by hand, and waits for nothing.
      if (open && (open.question.on === 'module' || open.question.times) && isUntouched()) {
        defer(open.routeId, open.module.id, open.question.id);
      }
    },
    /** Takes in what is stored. */
    async load(): Promise<void> {
      try {
        const kept = await stored();
        deferred.value = deferred.peek().reduce(deferQuestion, kept);
      } catch {
        // What cannot be read now is still stored; the storage has told why.
      }
    },
  };
});

export type OpenQuestionsState = InstanceType<typeof OpenQuestionsModel>;
