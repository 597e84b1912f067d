/** One field of an answer; every input event goes to the notebook at once. */
import { useApp } from '../frame/app-context.ts';
import styles from './question-sheet.module.css';

interface AnswerFieldProps {
  /** `text` for a free answer, else the part of a plan. */
  name: 'text' | 'als' | 'dan';
  label?: string;
  labelledBy?: string;
}

export function AnswerField({ name, label, labelledBy }: AnswerFieldProps) {
  const { notebook } = useApp();
  const id = `antwoord-${name}`;
  return (
    <>
      {label === undefined ? null : (
        <label class={styles.label} for={id}>
          {label}
        </label>
      )}
      <textarea
        id={id}
        class={styles.field}
        data-part={name === 'text' ? undefined : ''}
        aria-labelledby={labelledBy}
        aria-describedby="denkvraag-namen"
        rows={name === 'text' ? 5 : 2}
        defaultValue={notebook.currentValue(name)}
        onInput={(event) => notebook.input(name, event.currentTarget.value)}
        onBlur={() => notebook.rest()}
      />
    </>
  );
}
