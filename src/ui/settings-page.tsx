/** How the app looks on this device, installing it, and what is kept. */

import { TEXT_SIZES, THEMES } from '../model/appearance.ts';
import { useApp } from './app-context.ts';
import { laterStrings } from './later-strings.ts';
import { Link } from './link.tsx';
import { ListeningSettings } from './listening-settings.tsx';
import pageStyles from './plain-page.module.css';
import { RestartPart } from './restart-part.tsx';
import styles from './settings-page.module.css';
import { strings } from './strings.ts';

export function SettingsPage() {
  const { appearance, device } = useApp();
  return (
    <article class={pageStyles.root}>
      <h1 class={pageStyles.title} tabIndex={-1}>
        {strings.titles.settings}
      </h1>
      <Choice
        legend={laterStrings.settings.theme}
        name="theme"
        options={THEMES}
        labels={laterStrings.settings.themeValue}
        value={appearance.theme.value}
        onChoose={(theme) => appearance.setTheme(theme)}
      />
      <Choice
        legend={laterStrings.settings.textSize}
        name="text-size"
        options={TEXT_SIZES}
        labels={laterStrings.settings.textSizeValue}
        value={appearance.textSize.value}
        onChoose={(size) => appearance.setTextSize(size)}
      />
      <ListeningSettings />
      <RestartPart />
      <h2 class={pageStyles.subtitle}>{laterStrings.settings.install}</h2>
      <InstallPart />
      <h2 class={pageStyles.subtitle}>{laterStrings.settings.storage}</h2>
      <p>{device.isKept.value ? laterStrings.settings.storageText : strings.notice.memory}</p>
      <p class={pageStyles.lead}>{laterStrings.settings.persist[device.persistence.value]}</p>
      <p class={pageStyles.lead}>
        <Link to={{ kind: 'about' }}>{laterStrings.settings.about}</Link>
        {' · '}
        {laterStrings.settings.version(device.version())}
      </p>
    </article>
  );
}

function InstallPart() {
  const { device } = useApp();
  if (device.isStandalone()) return <p>{laterStrings.settings.installed}</p>;
  if (!device.canInstall.value) return <p>{laterStrings.settings.installOther}</p>;
  return (
    <>
      <p>{laterStrings.settings.installHint}</p>
      <button type="button" class={pageStyles.action} onClick={() => device.install()}>
        {laterStrings.settings.install}
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
