/** The colours and the size of the letters, each as a row of choices. */
import { TEXT_SIZES, THEMES } from '../../model/appearance.ts';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import { settingsStrings } from '../strings/settings.ts';
import styles from './look-settings.module.css';

export function LookSettings() {
  const { appearance } = useApp();
  return (
    <section class={styles.root} aria-labelledby="weergave">
      <h2 id="weergave" class={pageStyles.subtitle}>
        {settingsStrings.look}
      </h2>
      <Choice
        legend={settingsStrings.theme}
        name="theme"
        options={THEMES}
        labels={settingsStrings.themeValue}
        value={appearance.theme.value}
        onChoose={appearance.setTheme}
      />
      <Choice
        legend={settingsStrings.textSize}
        name="text-size"
        options={TEXT_SIZES}
        labels={settingsStrings.textSizeValue}
        value={appearance.textSize.value}
        onChoose={appearance.setTextSize}
      />
    </section>
  );
}

interface ChoiceProps<Value extends string> {
  legend: string;
  name: string;
  options: readonly Value[];
  labels: Record<Value, string>;
  value: Value;
  onChoose: (value: Value) => void;
}

function Choice<Value extends string>({
  legend,
  name,
  options,
  labels,
  value,
  onChoose,
}: ChoiceProps<Value>) {
  return (
    <fieldset class={styles.choice}>
      <legend class={styles.legend}>{legend}</legend>
      <div class={styles.options}>
        {options.map((option) => (
          <label key={option} class={styles.option}>
            <input
              class={styles.input}
              type="radio"
              name={name}
              checked={option === value}
              onChange={() => onChoose(option)}
            />
            {labels[option]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
