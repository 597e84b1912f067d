/** "Alles wissen": asks once, with a backup at hand. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { ExportOutcome } from '../backup/export-outcome.tsx';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import askStyles from '../parts/ask-dialog.module.css';
import buttonStyles from '../parts/button.module.css';
import { ConfirmButton } from '../parts/confirm-button.tsx';
import { backupStrings } from '../strings/backup.ts';
import dialogStyles from './restart-part.module.css';

const words = backupStrings.wipe;

export function WipePart() {
  const tools = useApp().tools.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const isOffline = useSignal(false);
  /** How often it was asked: each time the answer has to settle. */
  const asked = useSignal(0);
  const step = tools?.erase.step.value ?? 'idle';
  const isAsking = step === 'idle' || step === 'failed';
  return (
    <section class={dialogStyles.root} aria-labelledby="alles-wissen">
      <h2 id="alles-wissen" class={pageStyles.subtitle}>
        {words.title}
      </h2>
      <p class={pageStyles.lead}>{words.hint}</p>
      <button
        type="button"
        class={buttonStyles.danger}
        disabled={!tools}
        onClick={() => {
          isOffline.value = !navigator.onLine;
          asked.value += 1;
          dialog.current?.showModal();
        }}
      >
        {words.open}
      </button>
      <dialog
        ref={dialog}
        class={askStyles.root}
        aria-labelledby="wissen-vraag"
        aria-describedby="wissen-uitleg"
        onClose={() => tools?.backup.forgetExport()}
        onCancel={(event) => {
          if (!isAsking) event.preventDefault();
        }}
      >
        <h3 id="wissen-vraag" class={askStyles.ask}>
          {words.ask}
        </h3>
        <p id="wissen-uitleg">{words.hint}</p>
        {isOffline.value ? <p class={pageStyles.message}>{words.offline}</p> : null}
        {isAsking ? (
          <>
            <button
              type="button"
              class={buttonStyles.main}
              onClick={() => void tools?.backup.take('backup')}
            >
              {words.backup}
            </button>
            <ExportOutcome />
            <div class={buttonStyles.row}>
              <button
                type="button"
                class={buttonStyles.quiet}
                onClick={() => dialog.current?.close()}
              >
                {words.no}
              </button>
              <ConfirmButton
                key={asked.value}
                class={buttonStyles.danger}
                onConfirm={() => void tools?.erase.eraseAll()}
              >
                {words.yes}
              </ConfirmButton>
            </div>
          </>
        ) : null}
        <p class={pageStyles.message} role="status">
          {step === 'idle' ? null : words[step]}
        </p>
      </dialog>
    </section>
  );
}
