/** What was found: notes that open where they are, and texts that lead to their place. */

import { formatClock } from '../../model/clock-time.ts';
import { isSpoken, type NoteWithText } from '../../model/note.ts';
import { snippetOf } from '../../model/search-snippet.ts';
import type { SearchState } from '../../state/notebook/search.ts';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import buttonStyles from '../parts/button.module.css';
import { formatMoment } from '../parts/format-day.ts';
import { Link } from '../parts/link.tsx';
import { findStrings } from '../strings/find.ts';
import { NoteFragment } from './note-fragment.tsx';
import styles from './search-results.module.css';

interface SearchResultsProps {
  search: SearchState;
  words: string;
  /** Asked for the next part of both lists. */
  onMore: () => void;
}

export function SearchResults({ search, words, onMore }: SearchResultsProps) {
  const { notebook } = useApp();
  const status = search.status.value;
  const { notes, noteCount, texts, textCount, terms, isForgiving } = search.answer.value;
  // As they were typed they are marked from their first letter on; what only looks like them is marked whole.
  const marked = isForgiving ? terms : words.split(/\s+/);
  if (status === 'failed') {
    return (
      <div class={styles.root}>
        <p class={pageStyles.message} role="status">
          {findStrings.failed}
        </p>
        <button type="button" class={buttonStyles.quiet} onClick={() => search.prepare()}>
          {findStrings.retry}
        </button>
      </div>
    );
  }
  const isReady = status === 'ready';
  const isAnswered = search.answered.value === words;
  const total = noteCount + textCount;
  const missing = search.missingTexts.value;
  return (
    <div class={styles.root}>
      <p class={styles.status} role="status">
        {total > 0 ? findStrings.found(noteCount, textCount) : null}
        {total === 0 && isReady && isAnswered ? findStrings.nothing : null}
        {isReady ? null : ` ${findStrings.building}`}
      </p>
      {isForgiving ? <p class={styles.hint}>{findStrings.forgiving}</p> : null}
      {isReady && missing > 0 ? <p class={styles.hint}>{findStrings.missing(missing)}</p> : null}
      {noteCount === 0 ? null : (
        <section class={styles.part} aria-labelledby="gevonden-notities">
          <h2 id="gevonden-notities" class={styles.title}>
            {findStrings.inNotes(noteCount)}
          </h2>
          <ul class={styles.list}>
            {notes.map((id) => {
              const entry = notebook.notes.value.get(id);
              return entry ? <FoundNote key={id} entry={entry} terms={marked} /> : null;
            })}
          </ul>
          <MoreButton left={noteCount - notes.length} onMore={onMore} />
        </section>
      )}
      {textCount === 0 ? null : (
        <section class={styles.part} aria-labelledby="gevonden-teksten">
          <h2 id="gevonden-teksten" class={styles.title}>
            {findStrings.inTexts(textCount)}
          </h2>
          <ul class={styles.list}>
            {texts.map((id) => (
              <FoundText key={id} search={search} id={id} terms={marked} />
            ))}
          </ul>
          <MoreButton left={textCount - texts.length} onMore={onMore} />
        </section>
      )}
    </div>
  );
}

function MoreButton({ left, onMore }: { left: number; onMore: () => void }) {
  if (left <= 0) return null;
  return (
    <button type="button" class={buttonStyles.quiet} onClick={onMore}>
      {findStrings.moreOf(left)}
    </button>
  );
}

function FoundNote({ entry, terms }: { entry: NoteWithText; terms: readonly string[] }) {
  const { content, notebook, tools } = useApp();
  const { note, text, updatedAt } = entry;
  const title = content.summary(note.routeId, note.moduleId)?.title;
  const id = `gevonden-${note.id}`;
  return (
    <li class={styles.card}>
      <button
        type="button"
        id={id}
        class={styles.found}
        onClick={() => {
          tools.value?.preview.stop();
          notebook.openNote(note);
        }}
      >
        <span class={styles.about}>{aboutOf(entry)}</span>
        {text === '' ? null : <Snippet text={text} terms={terms} />}
        <span class={styles.place}>
          {title === undefined ? '' : `${title} · `}
          {formatMoment(updatedAt, Date.now())}
        </span>
      </button>
      <div class={styles.fragment}>
        <NoteFragment note={note} describedBy={id} />
      </div>
    </li>
  );
}

function aboutOf({ note }: NoteWithText): string {
  const { anchor } = note;
  const parts = [
    isSpoken(note) ? findStrings.short.spoken(formatClock(note.voice.duration)) : '',
    note.kind === 'mark' ? findStrings.short.mark(formatClock(anchor.time ?? 0)) : '',
    anchor.sentence ?? '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

interface FoundTextProps {
  search: SearchState;
  id: string;
  terms: readonly string[];
}

function FoundText({ search, id, terms }: FoundTextProps) {
  const { content } = useApp();
  const place = search.place(id);
  if (!place) return null;
  const { routeId, moduleId, text, part, questionId, time } = place;
  const where = [
    part === 'title' ? undefined : content.summary(routeId, moduleId)?.title,
    part && findStrings.parts[part],
    time === undefined ? undefined : formatClock(time),
  ];
  // An address tells of a second in the sound of the module only.
  const second = part === 'episode' || time === undefined ? {} : { time };
  const question = questionId === undefined ? {} : { questionId };
  return (
    <li>
      <Link class={styles.found} to={{ kind: 'module', routeId, moduleId, ...second, ...question }}>
        <Snippet text={text} terms={terms} />
        <span class={styles.place}>{where.filter(Boolean).join(' · ')}</span>
      </Link>
    </li>
  );
}

function Snippet({ text, terms }: { text: string; terms: readonly string[] }) {
  return (
    <span class={styles.text}>
      {snippetOf(text, terms).map((part, index) =>
        part.isMatch ? (
          <mark key={index} class={styles.match}>
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </span>
  );
}
