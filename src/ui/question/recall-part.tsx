/** After the own answer of a recall question: an example to compare with, and the passage to hear again. */
import { useComputed, useSignal } from '@preact/signals';
import { formatClock } from '../../model/clock-time.ts';
import { passageBefore } from '../../model/fragment.ts';
import { isSpoken, type SpokenNote } from '../../model/note.ts';
import { answerKey } from '../../state/notebook/known-notes.ts';
import type { OpenQuestion } from '../../state/notebook/notebook.ts';
import type { WritingState } from '../../state/notebook/writing.ts';
import { useApp } from '../frame/app-context.ts';
import { FragmentButton } from '../notes/fragment-button.tsx';
import { questionStrings } from '../strings/question.ts';
import { voiceStrings } from '../strings/voice.ts';
import styles from './recall-part.module.css';

interface RecallPartProps {
  open: OpenQuestion;
  writing: WritingState;
  modelAnswer: string;
}

export function RecallPart({ open, writing, modelAnswer }: RecallPartProps) {
  const isShown = useSignal(false);
  const spoken = useSpokenAnswer(open);
  const hasOwn = useComputed(() => writing.text.value.trim() !== '').value || spoken !== undefined;
  if (isShown.value) return <Comparison {...{ open, writing, modelAnswer }} />;
  const show = () => {
    isShown.value = true;
  };
  return (
    <div class={styles.root}>
      {hasOwn ? null : (
        <p id="voorbeeld-uitleg" class={styles.hint}>
          {questionStrings.recall.first}
        </p>
      )}
      <div class={styles.actions}>
        {hasOwn ? (
          <button type="button" class={styles.compare} onClick={show}>
            {questionStrings.recall.compare}
          </button>
        ) : (
          <button
            type="button"
            class={styles.skip}
            aria-describedby="voorbeeld-uitleg"
            onClick={show}
          >
            {questionStrings.recall.skip}
          </button>
        )}
      </div>
    </div>
  );
}

/** The latest answer that was spoken; what is being spoken now is none yet. */
function useSpokenAnswer({ routeId, module, question }: OpenQuestion): SpokenNote | undefined {
  const { notebook, tools } = useApp();
  const key = answerKey(routeId, module.id, question.id);
  if (tools.value?.voice.answering.value === key) return undefined;
  const note = notebook.spokenAnswers.value.get(key)?.note;
  return note && isSpoken(note) ? note : undefined;
}

function Comparison({ open, writing, modelAnswer }: RecallPartProps) {
  const { content } = useApp();
  const { routeId, module, question } = open;
  const summary = content.summary(routeId, module.id);
  const passage = passageBefore(module, question);
  const spoken = useSpokenAnswer(open);
  const own = [
    writing.text.value,
    spoken ? voiceStrings.spoken(formatClock(spoken.voice.duration)) : '',
  ].filter((words) => words.trim() !== '');
  return (
    <section class={styles.root} aria-label={questionStrings.recall.compare} data-takes-focus="">
      <div class={styles.columns}>
        <div class={styles.answer}>
          <h3 class={styles.title}>{questionStrings.recall.own}</h3>
          <p class={styles.words}>{own.join('\n') || questionStrings.recall.none}</p>
        </div>
        <div class={styles.answer} data-model="">
          <h3 id="voorbeeldantwoord" class={styles.title}>
            {questionStrings.recall.model}
          </h3>
          <p class={styles.words}>{modelAnswer}</p>
        </div>
      </div>
      {summary?.audio && passage ? (
        <FragmentButton
          id={`passage-${question.id}`}
          label={questionStrings.recall.listen}
          describedBy="voorbeeldantwoord"
          summary={summary}
          range={passage}
        />
      ) : null}
    </section>
  );
}
