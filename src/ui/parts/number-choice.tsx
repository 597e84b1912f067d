/** A choice of one number from a list, beside its name. */
import styles from './number-choice.module.css';

interface NumberChoiceProps {
  label: string;
  /** One that is not among the options, because it was stored another way, stays to be seen. */
  value: number;
  options: readonly number[];
  format: (value: number) => string;
  onChoose: (value: number) => void;
  /** The id of what explains it. */
  describedBy?: string;
}

export function NumberChoice(props: NumberChoiceProps) {
  const { label, value, options, format, onChoose, describedBy } = props;
  const all = [...new Set([...options, value])].sort((one, other) => one - other);
  return (
    <label class={styles.root}>
      <span class={styles.label}>{label}</span>
      <select
        class={styles.select}
        value={value}
        aria-describedby={describedBy}
        onChange={(event) => onChoose(Number(event.currentTarget.value))}
      >
        {all.map((option) => (
          <option key={option} value={option}>
            {format(option)}
          </option>
        ))}
      </select>
    </label>
  );
}
