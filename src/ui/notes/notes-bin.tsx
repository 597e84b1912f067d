/** Deleting several notes at once, what just became of it, and what can still be had back. */
import { useEffect } from 'preact/hooks';
import { daysLeft, type NoteWithText } from '../../model/note.ts';
import type { BinOutcome, BinState } from '../../state/notebook/bin.ts';
import { useApp } from '../frame/app-context.ts';
import buttonStyles from '../parts/button.module.css';
import { formatDays } from '../parts/format.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { notesStrings } from '../strings/notes.ts';
import styles from './notes-bin.module.css';

/** Starts choosing notes; for the head of the list. */
export function ChooseNotes() {
  const { notebook, tools } = useApp();
  const bin = tools.value?.notes.bin;
  if (!bin || bin.selected.value || notebook.notes.value.size < 2) return null;
  return (
    <button
      type="button"
      class={buttonStyles.quiet}
      data-takes-focus=""
      onClick={() => bin.startSelecting()}
    >
      {notesStrings.choose}
    </button>
  );
}

/** While notes are chosen, and after something was deleted: what can be done now. */
export function BinBar() {
  const bin = useApp().tools.value?.notes.bin;
  useEffect(
    () => () => {
      bin?.stopSelecting();
      bin?.forgetOutcome();
    },
    [bin],
  );
  if (!bin) return null;
  const { selected } = bin;
  return (
    <>
      <OutcomeBar bin={bin} />
      {selected.value ? <ChosenBar bin={bin} chosen={[...selected.value]} /> : null}
    </>
  );
}

function ChosenBar({ bin, chosen }: { bin: BinState; chosen: readonly string[] }) {
  return (
    <fieldset class={styles.bar} aria-label={notesStrings.choose} data-takes-focus="">
      <p class={styles.words}>{notesStrings.chosen(chosen.length)}</p>
      <button
        type="button"
        class={styles.action}
        disabled={chosen.length === 0}
        onClick={() => void bin.remove(chosen).then(() => bin.stopSelecting())}
      >
        {notesStrings.remove}
      </button>
      <button type="button" class={styles.action} onClick={() => bin.stopSelecting()}>
        {notesStrings.cancel}
      </button>
    </fieldset>
  );
}

/** Out of sight until there is something to tell: what comes into a region that was there is read aloud. */
function OutcomeBar({ bin }: { bin: BinState }) {
  const outcome = bin.outcome.value;
  const isSeen = outcome !== undefined && bin.selected.value === undefined;
  return (
    <div class={isSeen ? styles.bar : 'visually-hidden'}>
      <p class={styles.words} role="status">
        {outcomeWords(outcome)}
      </p>
      {isSeen && outcome.kind === 'removed' ? (
        <button
          type="button"
          class={styles.action}
          onClick={() => void bin.putBack(outcome.noteIds)}
        >
          {notesStrings.bin.putBack}
        </button>
      ) : null}
    </div>
  );
}

function outcomeWords(outcome: BinOutcome | undefined): string {
  if (outcome === undefined) return '';
  if (outcome.kind === 'failed') return notesStrings.bin.failed;
  const count = outcome.noteIds.length;
  return outcome.kind === 'removed'
    ? notesStrings.bin.removed(count)
    : notesStrings.bin.isBack(count);
}

/** The notes that were deleted less than 30 days ago. */
export function DeletedNotes() {
  const bin = useApp().tools.value?.notes.bin;
  useEffect(() => {
    void bin?.load();
  }, [bin]);
  const deleted = bin?.deleted.value ?? [];
  if (!bin || deleted.length === 0) return null;
  return (
    <details class={styles.deleted}>
      <summary class={styles.summary}>
        {notesStrings.bin.title(deleted.length)}
        <Icon shape={icons.down} small />
      </summary>
      <p class={styles.hint}>{notesStrings.bin.hint}</p>
      <ul class={styles.list}>
        {deleted.map((note) => (
          <DeletedNote key={note.note.id} note={note} bin={bin} />
        ))}
      </ul>
    </details>
  );
}

function DeletedNote({ note: { note, text }, bin }: { note: NoteWithText; bin: BinState }) {
  const id = `verwijderd-${note.id}`;
  const left = daysLeft(note.deletedAt ?? 0, Date.now());
  return (
    <li class={styles.item}>
      <p id={id} class={styles.text}>
        {text || note.anchor.sentence || notesStrings.bin.noWords}
      </p>
      <p class={styles.left}>
        {left === 0 ? notesStrings.bin.lastDay : notesStrings.bin.left(formatDays(left))}
      </p>
      <button
        type="button"
        class={styles.action}
        aria-describedby={id}
        onClick={() => void bin.putBack([note.id])}
      >
        {notesStrings.bin.putBack}
      </button>
    </li>
  );
}
