/** The field in which all notes and texts are searched. */
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { findStrings } from '../strings/find.ts';
import styles from './note-search.module.css';

interface NoteSearchProps {
  words: string;
  onWords: (words: string) => void;
  /** Somebody is about to search. */
  onFocus: () => void;
}

export function NoteSearch({ words, onWords, onFocus }: NoteSearchProps) {
  const page = useApp().location.page.value;
  const field = useRef<HTMLInputElement>(null);

  // After the frame gave the focus to the heading of a new page.
  useEffect(() => {
    if (page.kind === 'notes' && page.isSearch) field.current?.focus();
  }, [page]);

  return (
    <search class={styles.root}>
      <Icon shape={icons.search} small />
      <input
        ref={field}
        class={styles.field}
        type="search"
        aria-label={findStrings.search}
        placeholder={findStrings.searchHint}
        autoComplete="off"
        spellcheck={false}
        enterKeyHint="search"
        value={words}
        onFocus={onFocus}
        onInput={(event) => onWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.isComposing) return;
          event.preventDefault();
          onWords('');
        }}
      />
      {words === '' ? null : (
        <button
          type="button"
          class={styles.clear}
          aria-label={findStrings.clear}
          onClick={() => {
            onWords('');
            field.current?.focus();
          }}
        >
          <Icon shape={icons.close} small />
        </button>
      )}
    </search>
  );
}
