/** A spoken note on a page that lists notes: what it is about, and the way to hear it. */

import { formatClock } from '../../model/clock-time.ts';
import type { NoteWithText, SpokenNote } from '../../model/note.ts';
import { notesStrings } from '../strings/notes.ts';
import { VoicePlayer } from '../voice/voice-player.tsx';
import { VersionsPart } from '../writing/versions-part.tsx';
import { CardFoot } from './card-foot.tsx';
import styles from './note-card.module.css';

interface VoiceCardProps {
  entry: NoteWithText;
  note: SpokenNote;
}

export function VoiceCard({ entry, note }: VoiceCardProps) {
  const { anchor } = note;
  const isAnswer = anchor.questionId !== undefined;
  return (
    <li class={styles.root}>
      {!isAnswer && anchor.time !== undefined ? (
        <p class={styles.title}>{notesStrings.noteAt(formatClock(anchor.time))}</p>
      ) : null}
      {anchor.sentence === undefined ? null : (
        <p class={isAnswer ? styles.question : styles.sentence}>{anchor.sentence}</p>
      )}
      <VoicePlayer note={note} />
      {entry.text === '' ? null : <p class={styles.text}>{entry.text}</p>}
      <VersionsPart noteId={note.id} />
      <CardFoot note={entry} describedBy={`ingesproken-${note.id}`} />
    </li>
  );
}
