/** How the app looks on this device, installing it, and what is kept. */

import { TEXT_SIZES, THEMES } from '../../model/appearance.ts';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import { SafetyLine } from '../notes/safety-line.tsx';
import { Link } from '../parts/link.tsx';
import { strings } from '../strings/first-view.ts';
import { settingsStrings } from '../strings/settings.ts';
import { ListeningSettings } from './listening-settings.tsx';
import { RestartPart } from './restart-part.tsx';
import styles from './settings-page.module.css';

export function SettingsPage() {
  const { appearance, device } = useApp();
  return (
    <article class={pageStyles.root}>
      <h1 class={pageStyles.title} tabIndex={-1}>
        {strings.titles.settings}
      </h1>
      <Choice
        legend={settingsStrings.theme}
        name="theme"
        options={THEMES}
        labels={settingsStrings.themeValue}
        value={appearance.theme.value}
        onChoose={(theme) => appearance.setTheme(theme)}
      />
      <Choice
        legend={settingsStrings.textSize}
        name="text-size"
        options={TEXT_SIZES}
        labels={settingsStrings.textSizeValue}
        value={appearance.textSize.value}
        onChoose={(size) => appearance.setTextSize(size)}
      />
      <ListeningSettings />
      <RestartPart />
      <h2 class={pageStyles.subtitle}>{settingsStrings.install}</h2>
      <InstallPart />
      <h2 class={pageStyles.subtitle}>{settingsStrings.storage}</h2>
      <p>{device.isKept.value ? settingsStrings.storageText : strings.notice.memory}</p>
      <SafetyLine />
      <p class={pageStyles.lead}>{settingsStrings.persist[device.persistence.value]}</p>
      <p class={pageStyles.lead}>
        <Link to={{ kind: 'about' }}>{settingsStrings.about}</Link>
        {' · '}
        {settingsStrings.version(device.version())}
      </p>
    </article>
  );
}

function InstallPart() {
  const { device } = useApp();
  if (device.isStandalone()) return <p>{settingsStrings.installed}</p>;
  if (!device.canInstall.value) return <p>{settingsStrings.installOther}</p>;
  return (
    <>
      <p>{settingsStrings.installHint}</p>
      <button type="button" class={pageStyles.action} onClick={() => device.install()}>
        {settingsStrings.install}
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
