/** The copies from before something was brought back, with the ways to use them. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { RestoreDialog } from '../backup/restore-dialog.tsx';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import buttonStyles from '../parts/button.module.css';
import { formatSize } from '../parts/format.ts';
import { formatMoment } from '../parts/format-day.ts';
import { backupStrings } from '../strings/backup.ts';
import styles from './safety-copies-part.module.css';

const words = backupStrings.copies;

export function SafetyCopiesPart() {
  const backup = useApp().tools.value?.backup;
  const dialog = useRef<HTMLDialogElement>(null);
  const isFailed = useSignal(false);

  useEffect(() => void backup?.loadCopies(), [backup]);

  const copies = backup?.copies.value ?? [];
  if (copies.length === 0) return null;
  return (
    <section class={styles.root} aria-labelledby="veiligheidskopieen">
      <h2 id="veiligheidskopieen" class={pageStyles.subtitle}>
        {words.title}
      </h2>
      <p class={pageStyles.lead}>{words.hint}</p>
      <ul class={styles.list}>
        {copies.map((copy) => {
          const when = formatMoment(copy.createdAt, Date.now());
          return (
            <li key={copy.id} class={styles.copy}>
              <p class={styles.when}>
                {when} · {formatSize(copy.size)}
              </p>
              <div class={buttonStyles.row}>
                <button
                  type="button"
                  class={buttonStyles.quiet}
                  aria-label={words.restoreOf(when)}
                  onClick={() => {
                    dialog.current?.showModal();
                    void backup?.checkCopy(copy.id);
                  }}
                >
                  {words.restore}
                </button>
                <button
                  type="button"
                  class={buttonStyles.quiet}
                  aria-label={words.downloadOf(when)}
                  onClick={async () => {
                    isFailed.value = (await backup?.downloadCopy(copy)) === false;
                  }}
                >
                  {words.download}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
      <p class={pageStyles.message} role="status">
        {isFailed.value ? words.failed : null}
      </p>
      <RestoreDialog dialog={dialog} />
    </section>
  );
}
