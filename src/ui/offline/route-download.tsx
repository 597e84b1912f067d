/** The whole route at a glance: what is proven to be there, what is on its way, and what can be done. */
import { fullSize } from '../../model/download-plan.ts';
import type { LearningRoute, ModuleSummary } from '../../model/learning-route.ts';
import type { Timestamp } from '../../model/units.ts';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import buttonStyles from '../parts/button.module.css';
import { formatMinutes, formatSize } from '../parts/format.ts';
import { formatMoment, formatTimeOfDay } from '../parts/format-day.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { offlineStrings } from '../strings/offline.ts';
import { ModuleDownload } from './module-download.tsx';
import styles from './offline-page.module.css';

export function RouteDownload({ route }: { route: LearningRoute }) {
  const { downloads } = useApp();
  const playable = route.modules.filter((summary) => summary.audio !== undefined);
  const { ready, bytes, verifiedAt } = downloads.totals.value;
  const isWhole = ready > 0 && downloads.opensOffline.value === playable.length;
  return (
    <>
      <p class={isWhole ? pageStyles.good : undefined} role="status">
        {isWhole ? <Icon shape={icons.done} small /> : null}
        {isWhole && verifiedAt !== undefined
          ? offlineStrings.ready(ready, playable.length, formatSize(bytes), checkedAt(verifiedAt))
          : offlineStrings.partly(ready, playable.length)}
      </p>
      <Held />
      <RouteProgress />
      <RouteActions playable={playable} hasReady={ready > 0} />
      <ul class={styles.list}>
        {playable.map((summary) => (
          <ModuleDownload key={summary.id} summary={summary} />
        ))}
      </ul>
    </>
  );
}

/** Nothing goes on by itself over a connection that costs something. */
function Held() {
  const { downloads, offline } = useApp();
  const connection = offline.value?.connection;
  const isHeld = connection?.isHeld.value && downloads.isRunning.value;
  return (
    <div role="status" class={isHeld ? undefined : 'visually-hidden'}>
      {isHeld ? (
        <div class={styles.held}>
          <p>{offlineStrings.held}</p>
          <button type="button" class={buttonStyles.quiet} onClick={() => connection.agree()}>
            {offlineStrings.downloadAnyway}
          </button>
        </div>
      ) : null}
    </div>
  );
}

function RouteProgress() {
  const { downloads, offline } = useApp();
  const wishes = offline.value?.wishes;
  const open = wishes?.open.value;
  if (!wishes || !open || open.total === 0) return null;
  const done = downloads.totals.value.bytes + open.bytes;
  const total = downloads.totals.value.bytes + open.total;
  const left = wishes.timeLeft.value;
  return (
    <div>
      <progress
        class={styles.progress}
        max={total}
        value={done}
        aria-label={offlineStrings.inAll(formatSize(done), formatSize(total))}
      />
      <p class={styles.state}>
        {offlineStrings.inAll(formatSize(done), formatSize(total))}
        {left === undefined ? null : ` · ${offlineStrings.left(formatMinutes(left))}`}
      </p>
    </div>
  );
}

interface RouteActionsProps {
  playable: readonly ModuleSummary[];
  hasReady: boolean;
}

function RouteActions({ playable, hasReady }: RouteActionsProps) {
  const { downloads, offline } = useApp();
  const kindOf = ({ id }: ModuleSummary) => downloads.states.value.get(id)?.kind ?? 'none';
  const missing = playable
    .filter((summary) => kindOf(summary) !== 'ready')
    .reduce((sum, summary) => sum + fullSize(summary), 0);
  const canStart = playable.some((summary) => ['none', 'failed'].includes(kindOf(summary)));
  const isOpen = downloads.isRunning.value || downloads.isPaused.value;
  return (
    <div class={buttonStyles.row}>
      {downloads.isPaused.value || !canStart ? null : (
        <button
          type="button"
          class={buttonStyles.main}
          onClick={() => void downloads.download(playable)}
        >
          <Icon shape={icons.download} small />
          {offlineStrings.allSize(formatSize(missing))}
        </button>
      )}
      {downloads.isRunning.value ? (
        <button type="button" class={buttonStyles.quiet} onClick={() => downloads.pause()}>
          {offlineStrings.pause}
        </button>
      ) : null}
      {downloads.isPaused.value ? (
        <button type="button" class={buttonStyles.main} onClick={() => downloads.resume()}>
          {offlineStrings.resume}
        </button>
      ) : null}
      {isOpen && offline.value ? (
        <button
          type="button"
          class={buttonStyles.quiet}
          onClick={() => offline.value?.wishes.cancelAll()}
        >
          {offlineStrings.cancelAll}
        </button>
      ) : null}
      {hasReady ? (
        <button
          type="button"
          class={buttonStyles.quiet}
          aria-disabled={downloads.isVerifying.value}
          onClick={() => {
            if (!downloads.isVerifying.peek()) void downloads.verify();
          }}
        >
          {downloads.isVerifying.value ? offlineStrings.verifying : offlineStrings.verify}
        </button>
      ) : null}
    </div>
  );
}

function checkedAt(moment: Timestamp): string {
  const now = Date.now();
  return new Date(moment).toDateString() === new Date(now).toDateString()
    ? offlineStrings.checkedAt(formatTimeOfDay(moment))
    : formatMoment(moment, now);
}
