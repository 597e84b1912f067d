/** "Route opnieuw beginnen": asks once, then forgets how far the listener was. Notes stay. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import askStyles from '../parts/ask-dialog.module.css';
import buttonStyles from '../parts/button.module.css';
import { ConfirmButton } from '../parts/confirm-button.tsx';
import { restartStrings } from '../strings/restart.ts';
import styles from './restart-part.module.css';

export function RestartPart() {
  const { content, tools } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  /** How often it was asked: each time the answer has to settle. */
  const asked = useSignal(0);
  const restart = tools.value?.route.restart;
  const routeId = content.homeRoute.value?.id;
  const outcome = restart?.outcome.value;

  useEffect(() => () => restart?.forgetOutcome(), [restart]);

  return (
    <section class={styles.root} aria-labelledby="opnieuw">
      <h2 id="opnieuw" class={pageStyles.subtitle}>
        {restartStrings.title}
      </h2>
      <p>{restartStrings.hint}</p>
      <button
        type="button"
        class={buttonStyles.danger}
        disabled={!restart}
        onClick={() => {
          asked.value += 1;
          dialog.current?.showModal();
        }}
      >
        {restartStrings.action}
      </button>
      <p class={outcome === 'failed' ? pageStyles.message : pageStyles.good} role="status">
        {outcome === undefined ? null : restartStrings[outcome]}
      </p>
      <dialog
        ref={dialog}
        class={askStyles.root}
        aria-labelledby="opnieuw-vraag"
        aria-describedby="opnieuw-uitleg"
      >
        <h3 id="opnieuw-vraag" class={askStyles.ask}>
          {restartStrings.ask}
        </h3>
        <p id="opnieuw-uitleg">{restartStrings.hint}</p>
        <div class={buttonStyles.row}>
          <button type="button" class={buttonStyles.quiet} onClick={() => dialog.current?.close()}>
            {restartStrings.no}
          </button>
          <ConfirmButton
            key={asked.value}
            class={buttonStyles.danger}
            onConfirm={() => {
              dialog.current?.close();
              if (routeId !== undefined) void restart?.restart(routeId);
            }}
          >
            {restartStrings.yes}
          </ConfirmButton>
        </div>
      </dialog>
    </section>
  );
}
