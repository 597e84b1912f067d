/** Searching in the text: the words, how often they are there, and the ways to them. */
import { useEffect, useRef } from 'preact/hooks';
import type { TextSearch } from '../../state/reading/text-search.ts';
import { Icon, type IconShape } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { searchStrings } from '../strings/search.ts';
import styles from './text-search-bar.module.css';

interface TextSearchBarProps {
  search: TextSearch;
  /** Plays from the sentence or the chapter that the match is in; absent without sound. */
  playFrom: ((lineId: string) => void) | undefined;
  onClose: () => void;
}

export function TextSearchBar({ search, playFrom, onClose }: TextSearchBarProps) {
  const field = useRef<HTMLInputElement>(null);
  const current = search.current.value;
  const total = search.matches.value.length;
  const words = search.query.value;

  useEffect(() => field.current?.select(), []);
  useEffect(() => {
    if (current) bringMarkIntoView();
  }, [current]);

  return (
    <search
      class={styles.root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <input
        ref={field}
        class={styles.field}
        type="search"
        aria-label={searchStrings.label}
        autoComplete="off"
        spellcheck={false}
        enterKeyHint="search"
        value={words}
        onInput={(event) => search.setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          if (event.shiftKey) search.previous();
          else search.next();
        }}
      />
      <StepButton
        label={searchStrings.previous}
        shape={icons.up}
        isDisabled={total === 0}
        onClick={search.previous}
      />
      <StepButton
        label={searchStrings.next}
        shape={icons.down}
        isDisabled={total === 0}
        onClick={search.next}
      />
      <StepButton
        label={searchStrings.close}
        shape={icons.close}
        isDisabled={false}
        onClick={onClose}
      />
      <div class={styles.found}>
        <p class={styles.count} role="status">
          {current ? searchStrings.place(current.number + 1, total) : null}
          {!current && words.trim().length > 1 ? searchStrings.nothing : null}
        </p>
        {playFrom && current ? (
          <button type="button" class={styles.play} onClick={() => playFrom(current.lineId)}>
            <Icon shape={icons.play} filled small />
            {searchStrings.play}
          </button>
        ) : null}
      </div>
    </search>
  );
}

interface StepButtonProps {
  label: string;
  shape: IconShape;
  isDisabled: boolean;
  onClick: () => void;
}

function StepButton({ label, shape, isDisabled, onClick }: StepButtonProps) {
  return (
    <button
      type="button"
      class={styles.step}
      aria-label={label}
      disabled={isDisabled}
      onClick={onClick}
    >
      <Icon shape={shape} />
    </button>
  );
}

/** Only as far as needed: a match that can be seen stays where it is. */
function bringMarkIntoView(): void {
  const mark = document.querySelector('mark[data-current]');
  const box = mark?.getBoundingClientRect();
  if (!box || (box.top > window.innerHeight * 0.3 && box.bottom < window.innerHeight * 0.8)) return;
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  mark?.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
}
