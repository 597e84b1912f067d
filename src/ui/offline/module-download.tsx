/** One module in the list of downloads: how far it is, and the one thing that can be done with it now. */
import { useComputed } from '@preact/signals';
import type { DownloadState } from '../../model/download.ts';
import { fullSize } from '../../model/download-plan.ts';
import type { ModuleSummary } from '../../model/learning-route.ts';
import type { DownloadsState } from '../../state/offline/downloads.ts';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import { formatSize } from '../parts/format.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { useSettled } from '../parts/use-settled.ts';
import { offlineStrings } from '../strings/offline.ts';
import styles from './offline-page.module.css';

const NONE: DownloadState = { kind: 'none' };

export function ModuleDownload({ summary }: { summary: ModuleSummary }) {
  const { downloads } = useApp();
  // The state of one module stays the same object while another one moves.
  const state = useComputed(() => downloads.states.value.get(summary.id)).value ?? NONE;
  const action = actionFor(state, summary, downloads);
  const isSettled = useSettled(action.icon, false);
  return (
    <li class={styles.item}>
      <div class={styles.what}>
        <p class={styles.title}>{summary.title}</p>
        <p class={state.kind === 'ready' ? styles.ready : styles.state}>
          {stateWords(state, summary)}
        </p>
        {state.kind === 'failed' ? (
          <p class={pageStyles.message} role="alert">
            {offlineStrings.failed[failureOf(state)]}
            {state.code === 'quota'
              ? ` ${offlineStrings.needed(formatSize(state.total - state.bytes))}`
              : null}
          </p>
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
        aria-disabled={isSettled ? undefined : true}
        onClick={() => {
          if (isSettled) action.run();
        }}
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
        run: () => downloads.download([summary]),
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

/** What can still be heard counts for more than why the rest did not come. */
function failureOf({ code, isPlayable }: DownloadState & { kind: 'failed' }) {
  const isLineLost = code === 'network' || code === 'damaged';
  return isPlayable && isLineLost ? 'partly' : code;
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
