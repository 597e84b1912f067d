/** The speed: a popover with a step down, a step up and the values people use most. */
import { useApp } from './app-context.ts';
import { formatRate } from './format.ts';
import { Icon } from './icon.tsx';
import * as icons from './icons.ts';
import { laterStrings } from './later-strings.ts';
import styles from './menu.module.css';

const COMMON_RATES = [0.8, 1, 1.2, 1.5, 2];
const STEP = 0.1;

export function SpeedMenu() {
  const { playback } = useApp();
  const rate = playback.rate.value;
  return (
    <div class={styles.root}>
      <button type="button" class={styles.opener} popovertarget="snelheid">
        <span class={styles.value}>{laterStrings.player.speedValue(formatRate(rate))}</span>
        <span class={styles.label}>{laterStrings.player.speed}</span>
      </button>
      <fieldset
        id="snelheid"
        popover="auto"
        class={styles.popover}
        aria-label={laterStrings.player.speed}
      >
        <div class={styles.row}>
          <button
            type="button"
            class={styles.step}
            aria-label={laterStrings.player.slower}
            onClick={() => playback.setRate(rate - STEP)}
          >
            <Icon shape={icons.minus} />
          </button>
          <output class={styles.big}>{laterStrings.player.speedValue(formatRate(rate))}</output>
          <button
            type="button"
            class={styles.step}
            aria-label={laterStrings.player.faster}
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
              {laterStrings.player.speedValue(formatRate(choice))}
            </button>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
