/** The large player, on the page of the module that is loaded. */
import type { ModuleSummary } from '../../model/learning-route.ts';
import { useApp } from '../frame/app-context.ts';
import { formatSecondsInFull } from '../parts/format.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { strings } from '../strings/first-view.ts';
import { playerStrings } from '../strings/player.ts';
import { ChapterMenu } from './chapter-menu.tsx';
import { JournalMenu } from './journal-menu.tsx';
import { MarkButton, MarkStatus } from './mark-button.tsx';
import { PlayButton } from './play-button.tsx';
import styles from './player-panel.module.css';
import { PlayerStatus } from './player-status.tsx';
import { SeekBar } from './seek-bar.tsx';
import { SleepMenu } from './sleep-menu.tsx';
import { SoundMessage } from './sound-message.tsx';
import { SpeedMenu } from './speed-menu.tsx';
import { WayBack } from './way-back.tsx';

export function PlayerPanel() {
  const { playback, location, settings } = useApp();
  const steps = settings.values.value;
  const neighbours = playback.neighbours.value;
  const go = (summary: ModuleSummary | undefined) => {
    const routeId = playback.loaded.value?.routeId;
    if (!summary || routeId === undefined) return;
    void playback.playModule(routeId, summary.id);
    void location.goTo({ kind: 'module', routeId, moduleId: summary.id });
  };
  return (
    <section class={styles.root} aria-label={strings.player.label}>
      <SeekBar />
      <div class={styles.stick}>
        <div class={styles.controls}>
          <button
            type="button"
            class={styles.control}
            aria-label={playerStrings.previous}
            disabled={neighbours.previous === undefined}
            onPointerDown={() => playback.prepare()}
            onClick={() => go(neighbours.previous)}
          >
            <Icon shape={icons.previous} />
          </button>
          <StepButton by={-steps.backStep} />
          <PlayButton large />
          <StepButton by={steps.forwardStep} />
          <button
            type="button"
            class={styles.control}
            aria-label={playerStrings.next}
            disabled={neighbours.next === undefined}
            onPointerDown={() => playback.prepare()}
            onClick={() => go(neighbours.next)}
          >
            <Icon shape={icons.next} />
          </button>
        </div>
      </div>
      <SoundMessage />
      <WayBack />
      <PlayerStatus />
      <div class={styles.toolsFrame}>
        <div class={styles.tools}>
          <SpeedMenu />
          <SleepMenu />
          <ChapterMenu />
          <MarkButton />
        </div>
      </div>
      <JournalMenu />
      <MarkStatus class={styles.message} />
    </section>
  );
}

function StepButton({ by }: { by: number }) {
  const { playback } = useApp();
  const seconds = Math.abs(by);
  const step = formatSecondsInFull(seconds);
  return (
    <button
      type="button"
      class={styles.control}
      aria-label={by < 0 ? strings.player.back(step) : playerStrings.forward(step)}
      onClick={() => playback.skip(by)}
    >
      <Icon shape={by < 0 ? icons.back : icons.forward} />
      <span class={styles.step} aria-hidden="true">
        {seconds}
      </span>
    </button>
  );
}
