/** The sleep timer: what is left of it on the button, the choices in a popover. */
import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { SLEEP_MINUTES, type SleepChoice } from '../../model/sleep-timer.ts';
import { useApp } from '../frame/app-context.ts';
import { formatMinutes } from '../parts/format.ts';
import { formatTimeLeft } from '../parts/format-time-left.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import styles from '../parts/menu.module.css';
import { timeStrings } from '../strings/time.ts';
import sleepStyles from './sleep-menu.module.css';

const words = timeStrings.sleep;

export function SleepMenu() {
  const { playback, tools } = useApp();
  const popover = useRef<HTMLFieldSetElement>(null);
  const timer = tools.value?.time.sleepTimer;
  const chosen = timer?.choice.value;
  const left = useComputed(() => {
    const running = tools.value?.time.sleepTimer;
    return running?.choice.value ? formatTimeLeft(running.left.value) : undefined;
  });
  const hasChapters = useComputed(() => playback.chapter.value !== undefined);

  function set(choice: SleepChoice | undefined): void {
    timer?.set(choice);
    popover.current?.hidePopover();
  }

  return (
    <div class={styles.root}>
      <button
        type="button"
        class={styles.opener}
        popovertarget="slaaptimer"
        disabled={timer === undefined}
      >
        <span class={styles.label}>{words.label}</span>
        {left.value === undefined ? (
          <Icon shape={icons.sleep} />
        ) : (
          <span class={styles.value}>{left.value}</span>
        )}
      </button>
      <fieldset
        ref={popover}
        id="slaaptimer"
        popover="auto"
        class={styles.popover}
        aria-label={words.label}
      >
        <p class={sleepStyles.left}>
          {left.value === undefined ? words.ask : words.left(left.value)}
        </p>
        <div class={sleepStyles.choices}>
          {SLEEP_MINUTES.map((minutes) => (
            <Choice
              key={minutes}
              isChosen={chosen?.kind === 'minutes' && chosen.minutes === minutes}
              onChoose={() => set({ kind: 'minutes', minutes })}
            >
              {formatMinutes(minutes * 60)}
            </Choice>
          ))}
        </div>
        <div class={sleepStyles.choices} data-wide="">
          <Choice
            isChosen={chosen?.kind === 'chapter'}
            isDisabled={!hasChapters.value}
            onChoose={() => set({ kind: 'chapter' })}
          >
            {words.chapter}
          </Choice>
          <Choice isChosen={chosen?.kind === 'module'} onChoose={() => set({ kind: 'module' })}>
            {words.module}
          </Choice>
          <Choice isChosen={chosen === undefined} onChoose={() => set(undefined)}>
            {words.off}
          </Choice>
        </div>
      </fieldset>
    </div>
  );
}

interface ChoiceProps {
  isChosen: boolean;
  isDisabled?: boolean;
  onChoose: () => void;
  children: string;
}

function Choice({ isChosen, isDisabled = false, onChoose, children }: ChoiceProps) {
  return (
    <button
      type="button"
      class={styles.choice}
      aria-pressed={isChosen}
      disabled={isDisabled}
      onClick={onChoose}
    >
      {children}
    </button>
  );
}
