/** A marked moment on the notes page: when, what was said, and the way to hear it again. */

import { formatClock } from '../../model/clock-time.ts';
import type { NoteWithText } from '../../model/note.ts';
import { markStrings } from '../strings/mark.ts';
import { VersionsPart } from '../writing/versions-part.tsx';
import { CardFoot } from './card-foot.tsx';
import styles from './note-card.module.css';

export function MarkCard({ note: entry }: { note: NoteWithText }) {
  const { note, text } = entry;
  const { anchor } = note;
  const heard = anchor.passage ?? anchor.sentence;
  const id = `markering-${note.id}`;
  return (
    <li class={styles.root}>
      <p id={id} class={styles.title}>
        {markStrings.marked(formatClock(anchor.time ?? 0))}
      </p>
      {heard === undefined ? null : <p class={styles.sentence}>{heard}</p>}
      {text === '' ? null : <p class={styles.text}>{text}</p>}
      <VersionsPart noteId={note.id} />
      <CardFoot note={entry} describedBy={id} />
    </li>
  );
}
