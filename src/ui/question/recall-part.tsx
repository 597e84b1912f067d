/** After the own answer of a recall question: an example to compare with, and the passage to hear again. */
import { useComputed, useSignal } from '@preact/signals';
import { passageBefore } from '../../model/fragment.ts';
import type { OpenQuestion } from '../../state/notebook/notebook.ts';
import type { WritingState } from '../../state/notebook/writing.ts';
import { useApp } from '../frame/app-context.ts';
import { FragmentButton } from '../notes/fragment-button.tsx';
import { questionStrings } from '../strings/question.ts';
import styles from './recall-part.module.css';

interface RecallPartProps {
  open: OpenQuestion;
  writing: WritingState;
  modelAnswer: string;
}

export function RecallPart({ open, writing, modelAnswer }: RecallPartProps) {
  const isShown = useSignal(false);
  const hasOwn = useComputed(() => writing.text.value.trim() !== '');
  if (isShown.value) return <Comparison {...{ open, writing, modelAnswer }} />;
  const show = () => {
    isShown.value = true;
  };
  return (
    <div class={styles.root}>
      {hasOwn.value ? null : (
        <p id="voorbeeld-uitleg" class={styles.hint}>
          {questionStrings.recall.first}
        </p>
      )}
      <div class={styles.actions}>
        {hasOwn.value ? (
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

function Comparison({ open, writing, modelAnswer }: RecallPartProps) {
  const { content } = useApp();
  const { routeId, module, question } = open;
  const summary = content.summary(routeId, module.id);
  const passage = passageBefore(module, question);
  return (
    <section class={styles.root} aria-label={questionStrings.recall.compare}>
      <div class={styles.columns}>
        <div class={styles.answer}>
          <h3 class={styles.title}>{questionStrings.recall.own}</h3>
          <p class={styles.words}>{writing.text.value || questionStrings.recall.none}</p>
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
