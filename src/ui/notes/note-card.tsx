/** An answer or a free note on a page that lists them, with what was answered before beside it. */
import { earlierAnswers } from '../../model/answer-history.ts';
import { formatClock } from '../../model/clock-time.ts';
import { heads, type NoteWithText } from '../../model/note.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { notesStrings } from '../strings/notes.ts';
import { questionStrings } from '../strings/question.ts';
import { VersionsPart } from '../writing/versions-part.tsx';
import { AnswersBeside } from './answers-beside.tsx';
import { CardFoot } from './card-foot.tsx';
import styles from './note-card.module.css';

export function NoteCard({ note }: { note: NoteWithText }) {
  const { anchor } = note.note;
  const isAnswer = anchor.questionId !== undefined;
  const id = `notitie-${note.note.id}`;
  return (
    <li class={styles.root}>
      {isAnswer && anchor.sentence !== undefined ? (
        <p class={styles.question}>{anchor.sentence}</p>
      ) : null}
      {!isAnswer && anchor.time !== undefined ? (
        <p class={styles.title}>{notesStrings.noteAt(formatClock(anchor.time))}</p>
      ) : null}
      {!isAnswer && anchor.sentence !== undefined ? (
        <p class={styles.sentence}>{anchor.sentence}</p>
      ) : null}
      <p id={id} class={styles.text}>
        {note.text}
      </p>
      <VersionsPart noteId={note.note.id} />
      <EarlierOnes note={note} />
      <CardFoot note={note} describedBy={id} />
    </li>
  );
}

/** Earlier and later answers to the same question, side by side. */
export function EarlierOnes({ note: { revisions, text, updatedAt } }: { note: NoteWithText }) {
  const present = heads(revisions);
  // Versions beside each other are no earlier ones; see `VersionsPart`.
  const past = revisions.filter((revision) => !present.includes(revision) || present.length === 1);
  const earlier = earlierAnswers(past, { text, updatedAt });
  if (earlier.length === 0) return null;
  return (
    <details class={styles.earlier}>
      <summary class={styles.summary}>
        {questionStrings.sideBySide}
        <Icon shape={icons.down} small />
      </summary>
      <AnswersBeside answers={earlier} now={text} />
    </details>
  );
}
