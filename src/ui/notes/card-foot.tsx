/** The last line of a note's card: when it was written, the way to its place, and what can be done with it. */

import type { NoteWithText } from '../../model/note.ts';
import { useApp } from '../frame/app-context.ts';
import { formatMoment } from '../parts/format-day.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { Link } from '../parts/link.tsx';
import { notesStrings } from '../strings/notes.ts';
import styles from './card-foot.module.css';
import { NoteFragment, soundOfNote } from './note-fragment.tsx';
import { ShareNote } from './share-note.tsx';

interface CardFootProps {
  note: NoteWithText;
  /** Id of the words that tell which note this is. */
  describedBy: string;
}

export function CardFoot({ note: entry, describedBy }: CardFootProps) {
  const { content, location, notebook, tools } = useApp();
  const { note, text, updatedAt } = entry;
  const { id, routeId, moduleId, anchor } = note;
  const summary = content.summary(routeId, moduleId);
  const hasTime =
    anchor.questionId === undefined &&
    summary !== undefined &&
    soundOfNote(content, note) === summary;
  const page = location.page.value;
  const isHere = page.kind === 'module' && page.moduleId === moduleId;
  const isLinked = summary !== undefined && !isHere;
  const bin = tools.value?.notes.bin;
  if (bin?.selected.value) return <Chooser note={entry} />;
  return (
    <div class={styles.root}>
      <NoteFragment note={note} describedBy={describedBy} />
      <p class={styles.when}>
        {isLinked ? (
          <Link
            to={{
              kind: 'module',
              routeId,
              moduleId,
              ...(anchor.questionId === undefined ? {} : { questionId: anchor.questionId }),
              ...(hasTime && anchor.time !== undefined ? { time: anchor.time } : {}),
            }}
          >
            {notesStrings.openModule}
          </Link>
        ) : null}
        {isLinked ? ' · ' : ''}
        {formatMoment(updatedAt, Date.now())}
      </p>
      <div class={styles.actions}>
        <button
          type="button"
          class={styles.action}
          onClick={() => {
            tools.value?.preview.stop();
            notebook.openNote(note);
          }}
        >
          {text === '' ? notesStrings.addWords : notesStrings.writeOn}
        </button>
        <ShareNote note={entry} class={styles.action} />
        <button
          type="button"
          class={styles.action}
          aria-label={notesStrings.removeNote}
          title={notesStrings.removeNote}
          disabled={bin === undefined}
          onClick={() => void bin?.remove([id])}
        >
          <Icon shape={icons.remove} small />
        </button>
      </div>
    </div>
  );
}

/** While notes are being chosen: a box to tick. */
function Chooser({ note: { note, text } }: { note: NoteWithText }) {
  const bin = useApp().tools.value?.notes.bin;
  return (
    <label class={styles.chooser}>
      <input
        type="checkbox"
        class={styles.box}
        checked={bin?.selected.value?.has(note.id) ?? false}
        onChange={() => bin?.toggle(note.id)}
      />
      {notesStrings.chooseNote}
      <span class="visually-hidden">: {text === '' ? note.anchor.sentence : text}</span>
    </label>
  );
}
