/** Plays a few seconds again beside the player, and stops them with the same button. */
import type { HeardRange } from '../../model/coverage.ts';
import type { Sound } from '../../model/sound.ts';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { markStrings } from '../strings/mark.ts';
import styles from './fragment-button.module.css';

interface FragmentButtonProps {
  /** One per fragment on the page. */
  id: string;
  label: string;
  /** Fewer words to see, for a small button; must be part of what is said with {@link label}. */
  shown?: string;
  /** Id of the words that tell which fragment this is. */
  describedBy: string;
  summary: Sound;
  range: HeardRange;
}

export function FragmentButton({
  id,
  label,
  shown,
  describedBy,
  summary,
  range,
}: FragmentButtonProps) {
  const preview = useApp().tools.value?.preview;
  const isPlaying = preview?.playing.value === id;
  const name = isPlaying ? markStrings.fragment.stop : label;
  return (
    <>
      <button
        type="button"
        class={styles.root}
        data-small={shown === undefined ? undefined : ''}
        aria-label={shown === undefined ? undefined : markStrings.fragment.at(name, shown)}
        aria-describedby={describedBy}
        disabled={preview === undefined}
        onClick={() => preview?.toggle(id, summary, range)}
      >
        <Icon shape={isPlaying ? icons.pause : icons.play} filled small />
        {shown ?? name}
      </button>
      <p class={styles.failure} role="status">
        {preview?.failed.value === id ? markStrings.fragment.failed : null}
      </p>
    </>
  );
}
