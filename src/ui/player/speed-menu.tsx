/** The speed: a popover with a step down, a step up and the values people use most. */
import { useApp } from '../frame/app-context.ts';
import { formatRate } from '../parts/format.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import styles from '../parts/menu.module.css';
import { playerStrings } from '../strings/player.ts';

const COMMON_RATES = [0.8, 1, 1.2, 1.5, 2];
const STEP = 0.1;

export function SpeedMenu() {
  const { playback } = useApp();
  const rate = playback.rate.value;
  return (
    <div class={styles.root}>
      <button type="button" class={styles.opener} popovertarget="snelheid">
        <span class={styles.label}>{playerStrings.speed}</span>
        <span class={styles.value}>{playerStrings.speedValue(formatRate(rate))}</span>
      </button>
      <fieldset
        id="snelheid"
        popover="auto"
        class={styles.popover}
        aria-label={playerStrings.speed}
      >
        <div class={styles.row}>
          <button
            type="button"
            class={styles.step}
            aria-label={playerStrings.slower}
            onClick={() => playback.setRate(rate - STEP)}
          >
            <Icon shape={icons.minus} />
          </button>
          <output class={styles.big}>{playerStrings.speedValue(formatRate(rate))}</output>
          <button
            type="button"
            class={styles.step}
            aria-label={playerStrings.faster}
            onClick={() => playback.setRate(rate + STEP)}
          >
            <Icon shape={icons.plus} />
          </button>
        </div>
        <div class={styles.row}>
          {COMMON_RATES.map((choice) => (
            <button
              key={choice}
              type="button"
              class={styles.choice}
              aria-pressed={Math.abs(choice - rate) < 0.01}
              onClick={() => playback.setRate(choice)}
            >
              {playerStrings.speedValue(formatRate(choice))}
            </button>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
