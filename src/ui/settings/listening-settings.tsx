/** The choices about listening; one table names them all, and its kinds draw them. */
import { QUESTION_MODES, type SettingName, type Settings } from '../../model/settings.ts';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import { settingsStrings } from '../strings/settings.ts';
import styles from './listening-settings.module.css';

type NamesOf<Value> = {
  [Name in SettingName]: Settings[Name] extends Value ? Name : never;
}[SettingName];

type Row =
  | { kind: 'radio'; name: 'questionMode' }
  | { kind: 'checkbox'; name: NamesOf<boolean> }
  | { kind: 'select'; name: NamesOf<number> };

const ROWS: readonly Row[] = [
  { kind: 'radio', name: 'questionMode' },
  { kind: 'checkbox', name: 'autoNext' },
  { kind: 'checkbox', name: 'resumeRewind' },
  { kind: 'select', name: 'backStep' },
  { kind: 'select', name: 'forwardStep' },
  { kind: 'checkbox', name: 'keepAwake' },
  { kind: 'checkbox', name: 'headsetMark' },
  { kind: 'checkbox', name: 'shortcuts' },
];

const words = settingsStrings.listeningChoice;

export function ListeningSettings() {
  return (
    <section class={styles.root} aria-labelledby="luisteren">
      <h2 id="luisteren" class={pageStyles.subtitle}>
        {settingsStrings.listening}
      </h2>
      {ROWS.map((row) => (
        <SettingRow key={row.name} row={row} />
      ))}
    </section>
  );
}

function SettingRow({ row }: { row: Row }) {
  switch (row.kind) {
    case 'radio':
      return <QuestionModes />;
    case 'checkbox':
      return <YesOrNo name={row.name} />;
    case 'select':
      return <StepLength name={row.name} />;
  }
}

function QuestionModes() {
  const { settings } = useApp();
  const { label, hint, values } = words.questionMode;
  return (
    <fieldset class={styles.group} aria-describedby="hint-questionMode">
      <legend class={styles.label}>{label}</legend>
      {QUESTION_MODES.map((mode) => (
        <label key={mode} class={styles.option}>
          <input
            type="radio"
            name="questionMode"
            checked={settings.values.value.questionMode === mode}
            onChange={() => settings.set('questionMode', mode)}
          />
          {values[mode]}
        </label>
      ))}
      <Hint name="questionMode">{hint}</Hint>
    </fieldset>
  );
}

function YesOrNo({ name }: { name: NamesOf<boolean> }) {
  const { settings } = useApp();
  return (
    <div>
      <label class={styles.option}>
        <input
          type="checkbox"
          checked={settings.values.value[name]}
          aria-describedby={`hint-${name}`}
          onChange={(event) => settings.set(name, event.currentTarget.checked)}
        />
        <span class={styles.label}>{words[name].label}</span>
      </label>
      <Hint name={name}>{words[name].hint}</Hint>
    </div>
  );
}

const STEP_LENGTHS = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60];

function StepLength({ name }: { name: NamesOf<number> }) {
  const { settings } = useApp();
  const value = settings.values.value[name];
  // A length that was stored another way stays to be seen.
  const lengths = [...new Set([...STEP_LENGTHS, value])].sort((one, other) => one - other);
  return (
    <div>
      <label class={styles.line}>
        <span class={styles.label}>{words[name].label}</span>
        <select
          class={styles.select}
          value={value}
          aria-describedby={`hint-${name}`}
          onChange={(event) => settings.set(name, Number(event.currentTarget.value))}
        >
          {lengths.map((length) => (
            <option key={length} value={length}>
              {settingsStrings.seconds(length)}
            </option>
          ))}
        </select>
      </label>
      <Hint name={name}>{words[name].hint}</Hint>
    </div>
  );
}

function Hint({ name, children }: { name: SettingName; children: string }) {
  return (
    <p id={`hint-${name}`} class={styles.hint}>
      {children}
    </p>
  );
}
