/** "Where was I?": the moments that listening went through, newest first, each a way back. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { formatClock } from '../../model/clock-time.ts';
import { type JournalEntry, placeOf } from '../../model/journal.ts';
import { useApp } from '../frame/app-context.ts';
import { formatMoment } from '../parts/format-day.ts';
import { goToPlace } from '../parts/go-to-place.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import menuStyles from '../parts/menu.module.css';
import { timeStrings } from '../strings/time.ts';
import styles from './journal-menu.module.css';

const words = timeStrings.journal;

export function JournalMenu() {
  const app = useApp();
  const popover = useRef<HTMLDivElement>(null);
  /** Two hundred rows are made only for who looks at them. */
  const isOpen = useSignal(false);
  const journal = app.tools.value?.time.journal;
  return (
    <div class={styles.root}>
      <button
        type="button"
        class={styles.opener}
        popovertarget="waar-was-ik"
        disabled={journal === undefined}
      >
        <Icon shape={icons.history} small />
        {words.label}
      </button>
      <div
        ref={popover}
        id="waar-was-ik"
        popover="auto"
        class={menuStyles.popover}
        onBeforeToggle={(event) => {
          isOpen.value = event.newState === 'open';
        }}
      >
        <p class={styles.heading}>{words.heading}</p>
        {isOpen.value ? (
          <Moments
            onChoose={(entry) => {
              popover.current?.hidePopover();
              goToPlace(app, placeOf(entry));
            }}
          />
        ) : null}
      </div>
    </div>
  );
}

function Moments({ onChoose }: { onChoose: (entry: JournalEntry) => void }) {
  const { tools, content } = useApp();
  const now = Date.now();
  const rows = (tools.value?.time.journal.entries.value ?? []).toReversed().flatMap((entry) => {
    const [routeId = '', soundId = ''] = entry.audioKey.split('/');
    const title = content.sound(routeId, soundId)?.title;
    return title === undefined ? [] : [{ entry, title }];
  });
  if (rows.length === 0) return <p>{words.empty}</p>;
  return (
    <ol class={`${menuStyles.list} ${styles.list}`} aria-label={words.list}>
      {rows.map(({ entry, title }) => (
        <li key={entry.id}>
          <button type="button" class={menuStyles.item} onClick={() => onChoose(entry)}>
            <span class={styles.moment}>
              <span>{title}</span>
              <span class={styles.what}>
                {formatMoment(entry.at, now)} · {entryWords(entry)}
              </span>
            </span>
            <span class={menuStyles.time}>{formatClock(placeOf(entry).time)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function entryWords({ kind, from, to }: JournalEntry): string {
  switch (kind) {
    case 'session':
      return to - from < 1
        ? words.started(formatClock(from))
        : words.session(formatClock(from), formatClock(to));
    case 'jump':
      return words.jump(formatClock(to));
    case 'sleep':
      return words.sleep;
  }
}
