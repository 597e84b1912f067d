/** A marked moment on the notes page: when, what was said, and the way to hear it again. */
import { fragmentOfMark } from '../../model/fragment.ts';
import type { NoteWithText } from '../../model/note.ts';
import { episodeId } from '../../model/sound.ts';
import { useApp } from '../frame/app-context.ts';
import { formatClock, formatMoment } from '../parts/format.ts';
import { Link } from '../parts/link.tsx';
import { markStrings } from '../strings/mark.ts';
import { notesStrings } from '../strings/notes.ts';
import { FragmentButton } from './fragment-button.tsx';
import styles from './mark-card.module.css';

export function MarkCard({ note: { note, text, updatedAt } }: { note: NoteWithText }) {
  const { content } = useApp();
  const { routeId, moduleId, anchor } = note;
  const summary = content.summary(routeId, moduleId);
  const time = anchor.time ?? 0;
  // After a new recording the second is another one.
  const sound = [summary, content.sound(routeId, episodeId(moduleId))].find(
    (candidate) => candidate?.audio && candidate.audio.hash === anchor.audioHash,
  );
  const id = `markering-${note.id}`;
  return (
    <li class={styles.root}>
      <p id={id} class={styles.title}>
        {markStrings.marked(formatClock(time))}
      </p>
      {anchor.sentence === undefined ? null : <p class={styles.sentence}>{anchor.sentence}</p>}
      {text === '' ? null : <p class={styles.text}>{text}</p>}
      {sound ? (
        <div class={styles.actions}>
          <FragmentButton
            id={note.id}
            label={markStrings.listen}
            describedBy={id}
            summary={sound}
            range={fragmentOfMark(time, sound.audio?.duration ?? 0)}
          />
        </div>
      ) : null}
      <p class={styles.when}>
        {summary ? (
          <Link
            to={{
              kind: 'module',
              routeId,
              moduleId,
              ...(sound && sound === summary ? { time } : {}),
            }}
          >
            {notesStrings.openModule}
          </Link>
        ) : null}
        {summary ? ' · ' : ''}
        {formatMoment(updatedAt, Date.now())}
      </p>
    </li>
  );
}
