/** The chapters of the module that is loaded; choosing one goes there. */
import { useRef } from 'preact/hooks';
import { formatClock } from '../../model/clock-time.ts';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import styles from '../parts/menu.module.css';
import { playerStrings } from '../strings/player.ts';
import { ChapterSteps } from './chapter-steps.tsx';

export function ChapterMenu() {
  const { playback } = useApp();
  const popover = useRef<HTMLDivElement>(null);
  const module = playback.module.value;
  const current = playback.chapter.value;
  return (
    <div class={styles.root}>
      <button type="button" class={styles.opener} popovertarget="hoofdstukken" disabled={!module}>
        <Icon shape={icons.chapters} />
        <span class={styles.label}>{playerStrings.chapters}</span>
      </button>
      <div ref={popover} id="hoofdstukken" popover="auto" class={styles.popover}>
        <ChapterSteps />
        <ol class={styles.list} aria-label={playerStrings.chapters}>
          {module?.chapters.map((chapter) => (
            <li key={chapter.id}>
              <button
                type="button"
                class={styles.item}
                aria-current={chapter === current ? 'true' : undefined}
                onClick={() => {
                  playback.seek(chapter.startTime ?? 0);
                  popover.current?.hidePopover();
                }}
              >
                <span>{chapter.title}</span>
                <span class={styles.time}>{formatClock(chapter.startTime ?? 0)}</span>
              </button>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
