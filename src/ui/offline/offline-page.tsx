/** What is on the device and what is not: download, pause, check and remove. */
import { useComputed } from '@preact/signals';
import type { DownloadState } from '../../model/download.ts';
import type { LearningRoute, ModuleSummary } from '../../model/learning-route.ts';
import type { Bytes } from '../../model/units.ts';
import type { DownloadsState } from '../../state/offline/downloads.ts';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import { formatSize, formatTimeOfDay } from '../parts/format.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { strings } from '../strings/first-view.ts';
import { offlineStrings } from '../strings/offline.ts';
import styles from './offline-page.module.css';

export function OfflinePage() {
  const { content, downloads, device } = useApp();
  const route = content.homeRoute.value;
  return (
    <article class={pageStyles.root}>
      <h1 class={pageStyles.title} tabIndex={-1}>
        {strings.titles.offline}
      </h1>
      <p class={pageStyles.lead}>{offlineStrings.intro}</p>
      <p class={downloads.areTextsKept.value ? pageStyles.good : undefined}>
        {downloads.areTextsKept.value ? <Icon shape={icons.done} small /> : null}
        {downloads.areTextsKept.value ? offlineStrings.textsReady : offlineStrings.textsMissing}
      </p>
      {device.isKept.value ? null : (
        <p class={pageStyles.message}>{offlineStrings.failed.unavailable}</p>
      )}
      {route && device.isKept.value ? <RouteDownload route={route} /> : null}
    </article>
  );
}

function RouteDownload({ route }: { route: LearningRoute }) {
  const { downloads } = useApp();
  const playable = route.modules.filter((summary) => summary.audio !== undefined);
  const totals = useComputed(() => downloads.totals.value);
  const { ready, bytes, verifiedAt } = totals.value;
  const isWhole = ready === playable.length && ready > 0;
  const missing = playable
    .filter((summary) => downloads.states.value.get(summary.id)?.kind !== 'ready')
    .reduce((sum, summary) => sum + fullSize(summary), 0);
  return (
    <>
      <p class={isWhole ? pageStyles.good : undefined} role="status">
        {isWhole && verifiedAt !== undefined
          ? offlineStrings.ready(
              ready,
              playable.length,
              formatSize(bytes),
              formatTimeOfDay(verifiedAt),
            )
          : offlineStrings.partly(ready, playable.length)}
      </p>
      <div class={pageStyles.actions}>
        {isWhole || downloads.isPaused.value ? null : (
          <button
            type="button"
            class={pageStyles.action}
            onClick={() => void downloads.downloadAll(playable)}
          >
            <Icon shape={icons.download} small />
            {offlineStrings.allSize(formatSize(missing))}
          </button>
        )}
        {downloads.isRunning.value ? (
          <button type="button" class={pageStyles.quiet} onClick={() => downloads.pause()}>
            {offlineStrings.pause}
          </button>
        ) : null}
        {downloads.isPaused.value ? (
          <button type="button" class={pageStyles.quiet} onClick={() => downloads.resume()}>
            {offlineStrings.resume}
          </button>
        ) : null}
        {ready > 0 ? (
          <button
            type="button"
            class={pageStyles.quiet}
            disabled={downloads.isVerifying.value}
            onClick={() => void downloads.verify()}
          >
            {downloads.isVerifying.value ? offlineStrings.verifying : offlineStrings.verify}
          </button>
        ) : null}
      </div>
      <ul class={styles.list}>
        {playable.map((summary) => (
          <ModuleDownload key={summary.id} summary={summary} />
        ))}
      </ul>
    </>
  );
}

function ModuleDownload({ summary }: { summary: ModuleSummary }) {
  const { downloads } = useApp();
  const state = downloads.states.value.get(summary.id) ?? { kind: 'none' };
  const action = actionFor(state, summary, downloads);
  return (
    <li class={styles.item}>
      <div class={styles.what}>
        <p class={styles.title}>{summary.title}</p>
        <p class={state.kind === 'ready' ? styles.ready : styles.state}>
          {stateWords(state, summary)}
        </p>
        {state.kind === 'failed' ? (
          <p class={pageStyles.message}>{offlineStrings.failed[state.code]}</p>
        ) : null}
        {state.kind === 'downloading' ? (
          <progress
            class={styles.progress}
            max={state.total}
            value={state.bytes}
            aria-label={summary.title}
          />
        ) : null}
      </div>
      {/* One button in every state, so that the focus stays where it was. */}
      <button
        type="button"
        class={styles.button}
        aria-label={action.label(summary.title)}
        onClick={action.run}
      >
        <Icon shape={action.icon} />
      </button>
    </li>
  );
}

/** What the button of a module does now. */
function actionFor(state: DownloadState, summary: ModuleSummary, downloads: DownloadsState) {
  switch (state.kind) {
    case 'none':
    case 'failed':
      return {
        label: offlineStrings.download,
        icon: icons.download,
        run: () => downloads.downloadAll([summary]),
      };
    case 'queued':
    case 'downloading':
    case 'paused':
      return {
        label: offlineStrings.stop,
        icon: icons.close,
        run: () => downloads.cancel(summary.id),
      };
    case 'ready':
      return {
        label: offlineStrings.remove,
        icon: icons.remove,
        run: () => void downloads.remove(summary.id),
      };
  }
}

/** What a module takes on the device: sound, text and figures. */
function fullSize({ audio, contentSize }: ModuleSummary): Bytes {
  return (audio?.size ?? 0) + contentSize;
}

function stateWords(state: DownloadState, summary: ModuleSummary): string {
  const words = offlineStrings.state;
  switch (state.kind) {
    case 'none':
    case 'failed':
      return `${words.none} · ${formatSize(fullSize(summary))}`;
    case 'queued':
      return words.queued;
    case 'downloading':
      return words.downloading(formatSize(state.bytes), formatSize(state.total));
    case 'paused':
      return state.bytes === 0
        ? words.queued
        : words.paused(formatSize(state.bytes), formatSize(state.total));
    case 'ready':
      return words.ready(formatSize(state.size));
  }
}
