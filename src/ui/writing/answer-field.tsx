/** One field of a note; every input event is kept at once. */
import type { NotePart, WritingState } from '../../state/notebook/writing.ts';
import styles from './writing-sheet.module.css';

interface AnswerFieldProps {
  writing: WritingState;
  /** `text` for a note with one field, else the part of a plan. */
  name: NotePart;
  label?: string;
  labelledBy?: string;
}

export function AnswerField({ writing, name, label, labelledBy }: AnswerFieldProps) {
  const id = `antwoord-${name}`;
  return (
    <>
      {label === undefined ? null : (
        <label class={styles.label} for={id}>
          {label}
        </label>
      )}
      <textarea
        // Other words than those typed in it: a new field, since the browser keeps what was typed.
        key={writing.turn.value}
        id={id}
        class={styles.field}
        data-part={name === 'text' ? undefined : ''}
        aria-labelledby={labelledBy}
        aria-describedby="denkvraag-namen"
        rows={name === 'text' ? 5 : 2}
        defaultValue={writing.currentValue(name)}
        onInput={(event) => writing.input(name, event.currentTarget.value)}
        onBlur={() => writing.rest()}
      />
    </>
  );
}
