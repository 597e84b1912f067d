/** What is on the device and what is not: download, pause, check and remove; and how much it takes. */
import { useEffect } from 'preact/hooks';
import { useApp } from '../frame/app-context.ts';
import deskStyles from '../frame/desk-page.module.css';
import pageStyles from '../frame/plain-page.module.css';
import { prepareDays } from '../parts/format-day.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { strings } from '../strings/first-view.ts';
import { offlineStrings } from '../strings/offline.ts';
import { DownloadQuestionDialog } from './download-question.tsx';
import { OfflineChoices } from './offline-choices.tsx';
import { RouteDownload } from './route-download.tsx';
import { SpacePart } from './space-part.tsx';

export function OfflinePage() {
  const { content, downloads, device, offline } = useApp();
  // "Gecontroleerd om 8:12" comes while a download is worked off.
  useEffect(prepareDays, []);
  const route = content.homeRoute.value;
  const hasOpen = route?.modules.some(
    ({ id, audio }) => audio && downloads.states.value.get(id)?.kind !== 'ready',
  );
  const absent = offline.value?.isAppMissing.value ? 'noApp' : 'missing';
  const textsState = downloads.areTextsKept.value ? (hasOpen ? 'ready' : 'whole') : absent;
  return (
    <article class={`${pageStyles.root} ${deskStyles.root}`}>
      <h1 class={pageStyles.title} tabIndex={-1}>
        {strings.titles.offline}
      </h1>
      <p class={pageStyles.lead}>{offlineStrings.intro}</p>
      <p class={downloads.areTextsKept.value ? pageStyles.good : undefined}>
        {downloads.areTextsKept.value ? <Icon shape={icons.done} small /> : null}
        {offlineStrings.texts[textsState]}
      </p>
      {device.isKept.value ? null : (
        <p class={pageStyles.message}>{offlineStrings.failed.unavailable}</p>
      )}
      {route && device.isKept.value ? (
        <>
          <RouteDownload route={route} />
          <OfflineChoices />
          <SpacePart />
          <DownloadQuestionDialog route={route} />
        </>
      ) : null}
    </article>
  );
}
