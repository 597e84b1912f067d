/** The choices about listening; one table names them all, and its kinds draw them. */
import type { ComponentProps } from 'preact';
import { MAX_RATE, MIN_RATE, steppedRate } from '../../model/playback-rate.ts';
import { QUESTION_MODES, type SettingName, type Settings } from '../../model/settings.ts';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import { formatRate, formatSecondsInFull } from '../parts/format.ts';
import { NumberChoice } from '../parts/number-choice.tsx';
import { playerStrings } from '../strings/player.ts';
import { settingsStrings } from '../strings/settings.ts';
import styles from './listening-settings.module.css';

type ListeningName = SettingName & keyof typeof settingsStrings.listeningChoice;

type NamesOf<Value> = {
  [Name in ListeningName]: Settings[Name] extends Value ? Name : never;
}[ListeningName];

type Row =
  | { kind: 'radio'; name: 'questionMode' }
  | { kind: 'checkbox'; name: NamesOf<boolean> }
  | { kind: 'select'; name: NamesOf<number> }
  | { kind: 'speed'; name: 'playbackRate' };

const ROWS: readonly Row[] = [
  { kind: 'radio', name: 'questionMode' },
  { kind: 'checkbox', name: 'autoNext' },
  { kind: 'checkbox', name: 'resumeRewind' },
  { kind: 'speed', name: 'playbackRate' },
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
    case 'speed':
      return <Speed />;
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
  return (
    <Choice
      name={name}
      value={settings.values.value[name]}
      options={STEP_LENGTHS}
      format={formatSecondsInFull}
      onChoose={(length) => settings.set(name, length)}
    />
  );
}

const RATES = Array.from({ length: Math.round((MAX_RATE - MIN_RATE) * 10) + 1 }, (_, step) =>
  steppedRate(MIN_RATE + step / 10),
);

function Speed() {
  const { playback } = useApp();
  return (
    <Choice
      name="playbackRate"
      value={playback.rate.value}
      options={RATES}
      format={(rate) => playerStrings.speedValue(formatRate(rate))}
      onChoose={(rate) => playback.setRate(rate)}
    />
  );
}

type ChoiceProps = Omit<ComponentProps<typeof NumberChoice>, 'label' | 'describedBy'> & {
  name: NamesOf<number> | 'playbackRate';
};

function Choice({ name, ...rest }: ChoiceProps) {
  const { label, hint } = words[name];
  return (
    <div>
      <NumberChoice {...rest} label={label} describedBy={`hint-${name}`} />
      <Hint name={name}>{hint}</Hint>
    </div>
  );
}

function Hint({ name, children }: { name: Row['name']; children: string }) {
  return (
    <p id={`hint-${name}`} class={styles.hint}>
      {children}
    </p>
  );
}
