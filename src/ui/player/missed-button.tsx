/** "Speel wat ik miste": offered once a module was heard in part. */
import { useComputed } from '@preact/signals';
import type { ModuleSummary } from '../../model/learning-route.ts';
import { missedPassages } from '../../model/missed-passage.ts';
import { audioKey } from '../../model/progress.ts';
import { useApp } from '../frame/app-context.ts';
import { formatMinutes } from '../parts/format.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { missedStrings } from '../strings/missed.ts';
import styles from './missed-button.module.css';

interface MissedButtonProps {
  routeId: string;
  summary: ModuleSummary;
}

export function MissedButton({ routeId, summary }: MissedButtonProps) {
  const { playback, progress, tools } = useApp();
  const duration = summary.audio?.duration ?? 0;
  const parts = useComputed(() => {
    const heard = progress.all.value.get(audioKey(routeId, summary.id))?.heard ?? [];
    const missed = missedPassages(heard, duration);
    if (heard.length === 0 || missed.length === 0) return undefined;
    // Only the rest of a module that is played from its start: going on is enough.
    if (missed.length === 1 && missed[0]?.endTime === duration) return undefined;
    const time = missed.reduce((sum, { startTime, endTime }) => sum + endTime - startTime, 0);
    return missedStrings.parts(missed.length, formatMinutes(time / playback.rate.value));
  });
  const isRunning = useComputed(() => tools.value?.route.missed.step.value !== undefined);
  if (parts.value === undefined || isRunning.value) return null;
  return (
    <button
      type="button"
      class={styles.root}
      disabled={!tools.value}
      onPointerDown={() => playback.prepare()}
      onClick={() => tools.value?.route.missed.begin(routeId, summary.id, duration)}
    >
      <Icon shape={icons.play} small />
      <span>{missedStrings.play}</span>
      <span class={styles.parts}>{parts.value}</span>
    </button>
  );
}
