/** Where the player tells that it went back, and offers the way back from a far jump or a sleep timer. */

import { formatClock } from '../../model/clock-time.ts';
import type { Place } from '../../model/journal.ts';
import type { AppState } from '../../state/app-state.ts';
import { useApp } from '../frame/app-context.ts';
import { formatSeconds } from '../parts/format.ts';
import { goToPlace } from '../parts/go-to-place.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { timeStrings } from '../strings/time.ts';
import styles from './way-back.module.css';

const words = timeStrings;

export function WayBack() {
  const app = useApp();
  const time = app.tools.value?.time;
  const rewound = time?.rewind.rewound.value;
  const undoTo = time?.trail.undoTo.value;
  const leftAt = time?.trail.leftAt.value;
  const beforeSleep = time?.trail.beforeSleep.value;
  return (
    <div class={styles.root}>
      <p class={styles.told} role="status">
        {rewound === undefined ? null : words.rewound(formatSeconds(rewound))}
      </p>
      {undoTo === undefined || beforeSleep ? null : (
        <button
          type="button"
          class={styles.back}
          onClick={(event) => {
            focusPlayer(event.currentTarget);
            time?.trail.undo();
          }}
        >
          <Icon shape={icons.undo} small />
          {words.backTo(formatClock(undoTo))}
        </button>
      )}
      {leftAt === undefined || undoTo !== undefined || beforeSleep ? null : (
        <button
          type="button"
          class={styles.back}
          onClick={(event) => {
            focusPlayer(event.currentTarget);
            goToPlace(app, leftAt);
            time?.trail.forgetLeft();
          }}
        >
          <Icon shape={icons.undo} small />
          {words.backIn(formatClock(leftAt.time), titleOf(app, leftAt))}
        </button>
      )}
      {beforeSleep === undefined ? null : (
        <div class={styles.sleep}>
          <button
            type="button"
            class={styles.back}
            onClick={(event) => {
              focusPlayer(event.currentTarget);
              time?.trail.forgetSleep();
              goToPlace(app, beforeSleep);
            }}
          >
            <Icon shape={icons.sleep} small />
            {words.beforeSleep}
          </button>
          <button
            type="button"
            class={styles.close}
            aria-label={words.notNeeded}
            onClick={(event) => {
              focusPlayer(event.currentTarget);
              time?.trail.forgetSleep();
            }}
          >
            <Icon shape={icons.close} small />
          </button>
        </div>
      )}
    </div>
  );
}

function titleOf({ content }: AppState, { audioKey }: Place): string {
  const [routeId = '', soundId = ''] = audioKey.split('/');
  return content.sound(routeId, soundId)?.title ?? '';
}

/** The button is about to go; who uses keys stays in the player, at what it changed: the slider, else play. */
function focusPlayer(button: HTMLElement): void {
  const player = button.closest('section');
  const target = player?.querySelector<HTMLElement>('input[type="range"]');
  (target ?? player?.querySelector('button'))?.focus();
}
