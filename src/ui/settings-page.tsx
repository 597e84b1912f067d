/** How the app looks on this device, installing it, and what is kept. */

import { TEXT_SIZES, THEMES } from '../model/appearance.ts';
import { useApp } from './app-context.ts';
import { Link } from './link.tsx';
import pageStyles from './plain-page.module.css';
import styles from './settings-page.module.css';
import { strings } from './strings.ts';

export function SettingsPage() {
  const { appearance, device } = useApp();
  return (
    <article class={pageStyles.root}>
      <h1 class={pageStyles.title} tabIndex={-1}>
        {strings.settings.title}
      </h1>
      <Choice
        legend={strings.settings.theme}
        name="theme"
        options={THEMES}
        labels={strings.settings.themeValue}
        value={appearance.theme.value}
        onChoose={(theme) => appearance.setTheme(theme)}
      />
      <Choice
        legend={strings.settings.textSize}
        name="text-size"
        options={TEXT_SIZES}
        labels={strings.settings.textSizeValue}
        value={appearance.textSize.value}
        onChoose={(size) => appearance.setTextSize(size)}
      />
      <h2 class={pageStyles.subtitle}>{strings.settings.install}</h2>
      <InstallPart />
      <h2 class={pageStyles.subtitle}>{strings.settings.storage}</h2>
      <p>{strings.settings.storageText}</p>
      <p class={pageStyles.lead}>{strings.settings.persist[device.persistence.value]}</p>
      <p class={pageStyles.lead}>
        <Link to={{ kind: 'about' }}>{strings.settings.about}</Link>
        {' · '}
        {strings.settings.version(device.version())}
      </p>
    </article>
  );
}

function InstallPart() {
  const { device } = useApp();
  if (device.isStandalone()) return <p>{strings.settings.installed}</p>;
  if (!device.canInstall.value) return <p>{strings.settings.installOther}</p>;
  return (
    <>
      <p>{strings.settings.installHint}</p>
      <button type="button" class={pageStyles.action} onClick={() => device.install()}>
        {strings.settings.install}
      </button>
    </>
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
      {options.map((option) => (
        <label key={option} class={styles.option}>
          <input
            type="radio"
            name={name}
            checked={option === value}
            onChange={() => onChoose(option)}
          />
          {labels[option]}
        </label>
      ))}
    </fieldset>
  );
}
