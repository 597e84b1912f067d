/** How the app looks and listens on this device, installing it, what is kept, and what is told about it. */

import { MorePages } from '../about/more-pages.tsx';
import { SetAsidePart } from '../backup/set-aside-part.tsx';
import { useApp } from '../frame/app-context.ts';
import deskStyles from '../frame/desk-page.module.css';
import pageStyles from '../frame/plain-page.module.css';
import { SafetyLine } from '../notes/safety-line.tsx';
import buttonStyles from '../parts/button.module.css';
import { Link } from '../parts/link.tsx';
import { strings } from '../strings/first-view.ts';
import { installStrings } from '../strings/install.ts';
import { settingsStrings } from '../strings/settings.ts';
import { DownloadsPart } from './downloads-part.tsx';
import { InstallSteps } from './install-steps.tsx';
import { ListeningSettings } from './listening-settings.tsx';
import { LookSettings } from './look-settings.tsx';
import { RestartPart } from './restart-part.tsx';
import { SafetyCopiesPart } from './safety-copies-part.tsx';
import styles from './settings-page.module.css';
import { WipePart } from './wipe-part.tsx';

export function SettingsPage() {
  const { content, device, notebook } = useApp();
  const setAside = notebook.setAside.value;
  const keeping = device.keeping.value;
  const contact = content.homeRoute.value?.contact;
  return (
    <article class={`${pageStyles.root} ${deskStyles.root}`}>
      <h1 class={pageStyles.title} tabIndex={-1}>
        {strings.titles.settings}
      </h1>
      <LookSettings />
      <ListeningSettings />
      <DownloadsPart />
      <RestartPart />
      <section class={styles.part} aria-labelledby="installeren">
        <h2 id="installeren" class={pageStyles.subtitle}>
          {installStrings.title}
        </h2>
        <InstallPart />
      </section>
      <section class={styles.part} aria-labelledby="bewaren">
        <h2 id="bewaren" class={pageStyles.subtitle}>
          {settingsStrings.storage}
        </h2>
        <p>{keeping === 'kept' ? settingsStrings.storageText : strings.notice[keeping]}</p>
        <SafetyLine />
        {setAside === 0 ? null : <SetAsidePart count={setAside} />}
        <p class={pageStyles.lead}>{settingsStrings.persist[device.persistence.value]}</p>
        <Link class={styles.way} to={{ kind: 'notes' }}>
          {settingsStrings.toBackup}
        </Link>
      </section>
      <SafetyCopiesPart />
      <WipePart />
      <section class={styles.part} aria-labelledby="over-de-app">
        <h2 id="over-de-app" class={pageStyles.subtitle}>
          {settingsStrings.aboutApp}
        </h2>
        <MorePages />
        <p class={pageStyles.lead}>
          {settingsStrings.version(device.version())}
          {contact === undefined ? null : (
            <>
              {' · '}
              <a href={contact} rel="noopener noreferrer">
                {strings.route.contact}
              </a>
            </>
          )}
        </p>
      </section>
    </article>
  );
}

function InstallPart() {
  const { device } = useApp();
  if (device.isStandalone()) return <p>{installStrings.installed}</p>;
  if (device.needsSteps()) return <InstallSteps />;
  return (
    <>
      <p>{device.canInstall.value ? installStrings.hint : installStrings.other}</p>
      {device.canInstall.value ? (
        <button type="button" class={buttonStyles.main} onClick={() => device.install()}>
          {installStrings.title}
        </button>
      ) : null}
    </>
  );
}
