/** "Back-up terugzetten": choose a file, see what it would bring, and only then bring it back. */
import type { RefObject } from 'preact';
import type { MergeSummary } from '../../state/notebook/bring-back.ts';
import { useApp } from '../frame/app-context.ts';
import sheetStyles from '../parts/bottom-sheet.module.css';
import { formatMoment } from '../parts/format-day.ts';
import { backupStrings } from '../strings/backup.ts';
import styles from './dialog.module.css';
import { DialogHead } from './dialog-head.tsx';

const words = backupStrings.restore;

export function RestoreDialog({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const backup = useApp().tools.value?.backup;
  if (!backup) return null;
  const state = backup.restoreState.value;
  return (
    <dialog
      ref={dialog}
      class={sheetStyles.root}
      aria-labelledby="terugzetten"
      onClose={() => backup.forgetRestore()}
    >
      <DialogHead id="terugzetten" title={words.title} dialog={dialog} />
      {state.kind === 'none' ? <p class={styles.hint}>{words.intro}</p> : null}
      <div class={styles.status} role="status">
        {state.kind === 'checking' ? <p>{words.checking}</p> : null}
        {state.kind === 'restoring' ? <p>{words.restoring}</p> : null}
        {state.kind === 'refused' ? (
          <p class={styles.bad}>
            {words.refused[state.problem]} {words.unchanged}
          </p>
        ) : null}
        {state.kind === 'done' ? (
          <p class={styles.good}>{words.done(state.summary.notes.added)}</p>
        ) : null}
        {state.kind === 'preview' ? (
          <p class={styles.good}>{words.from(formatMoment(+state.createdAt, Date.now()))}</p>
        ) : null}
      </div>
      {state.kind === 'preview' ? (
        <Preview summary={state.summary} onCancel={() => dialog.current?.close()} />
      ) : null}
      {state.kind === 'none' || state.kind === 'refused' ? (
        <Chooser label={state.kind === 'none' ? words.choose : words.other} />
      ) : null}
      {state.kind === 'done' ? (
        <button type="button" class={styles.main} onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      ) : null}
    </dialog>
  );
}

/** The field itself is the button, so that a keyboard and a screen reader find it. */
function Chooser({ label }: { label: string }) {
  const backup = useApp().tools.value?.backup;
  return (
    <label class={`${styles.main} ${styles.chooser}`}>
      {label}
      <input
        type="file"
        class={styles.file}
        accept=".zip,application/zip"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file can be chosen once more.
          if (file) void backup?.check(file);
          currentTarget.value = '';
        }}
      />
    </label>
  );
}

function Preview({ summary, onCancel }: { summary: MergeSummary; onCancel: () => void }) {
  const backup = useApp().tools.value?.backup;
  const kinds = (Object.keys(words.kinds) as (keyof typeof words.kinds)[]).filter((kind) =>
    Object.values(summary[kind]).some((count) => count > 0),
  );
  const isNew = Object.values(summary).some(({ added, differs }) => added + differs > 0);
  return (
    <>
      <table class={styles.table}>
        <thead>
          <tr>
            <th scope="col" class={styles.kind}>
              {words.kind}
            </th>
            <th scope="col" class={styles.count}>
              {words.added}
            </th>
            <th scope="col" class={styles.count}>
              {words.same}
            </th>
            <th scope="col" class={styles.count}>
              {words.differs}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row" class={styles.kind}>
                {words.kinds[kind]}
              </th>
              <td class={styles.count}>{summary[kind].added}</td>
              <td class={styles.count}>{summary[kind].same}</td>
              <td class={styles.count}>{summary[kind].differs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class={styles.hint}>{isNew ? `${words.differsHint} ${words.safety}` : words.nothing}</p>
      <div class={styles.actions}>
        <button type="button" class={styles.quiet} onClick={onCancel}>
          {words.cancel}
        </button>
        {isNew ? (
          <button type="button" class={styles.main} onClick={() => void backup?.restore()}>
            {words.go}
          </button>
        ) : null}
      </div>
    </>
  );
}
