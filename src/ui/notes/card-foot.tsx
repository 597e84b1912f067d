/** The last line of a note's card: when it was written, the way to its place, and what can be done with it. */

import type { NoteWithText } from '../../model/note.ts';
import { useApp } from '../frame/app-context.ts';
import { formatMoment } from '../parts/format.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { Link } from '../parts/link.tsx';
import { notesStrings } from '../strings/notes.ts';
import styles from './card-foot.module.css';
import { ShareNote } from './share-note.tsx';

interface CardFootProps {
  note: NoteWithText;
  /** Whether its second still belongs to the sound that the module has now. */
  hasTime?: boolean;
}

export function CardFoot({ note: entry, hasTime = false }: CardFootProps) {
  const { content, location, notebook, tools } = useApp();
  const { note, text, updatedAt } = entry;
  const { id, routeId, moduleId, anchor } = note;
  const page = location.page.value;
  const isHere = page.kind === 'module' && page.moduleId === moduleId;
  const isKnown = content.summary(routeId, moduleId) !== undefined && !isHere;
  const bin = tools.value?.notes.bin;
  if (bin?.selected.value) return <Chooser note={entry} />;
  return (
    <div class={styles.root}>
      <p class={styles.when}>
        {isKnown ? (
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
        {isKnown ? ' · ' : ''}
        {formatMoment(updatedAt, Date.now())}
      </p>
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
