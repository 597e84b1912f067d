/** A marked moment on the notes page: when, what was said, and the way to hear it again. */
import { fragmentOfMark } from '../../model/fragment.ts';
import type { NoteWithText } from '../../model/note.ts';
import { audioKey } from '../../model/progress.ts';
import { episodeId } from '../../model/sound.ts';
import { useApp } from '../frame/app-context.ts';
import { formatClock } from '../parts/format.ts';
import { VersionsPart } from '../question/versions-part.tsx';
import { markStrings } from '../strings/mark.ts';
import { CardFoot } from './card-foot.tsx';
import { FragmentButton } from './fragment-button.tsx';
import styles from './mark-card.module.css';

export function MarkCard({ note: entry }: { note: NoteWithText }) {
  const { content } = useApp();
  const { note, text } = entry;
  const { routeId, moduleId, anchor } = note;
  const summary = content.summary(routeId, moduleId);
  const time = anchor.time ?? 0;
  // After a new recording the second is another one.
  const episode = content.episodes.value.get(audioKey(routeId, episodeId(moduleId)));
  const sound = [summary, episode].find(
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
      <VersionsPart noteId={note.id} />
      <CardFoot note={entry} hasTime={sound !== undefined && sound === summary} />
    </li>
  );
}
