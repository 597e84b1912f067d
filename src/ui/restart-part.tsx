/** "Route opnieuw beginnen": asks once, then forgets how far the listener was. Notes stay. */
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from './app-context.ts';
import { laterStrings } from './later-strings.ts';
import pageStyles from './plain-page.module.css';
import styles from './restart-part.module.css';

export function RestartPart() {
  const { content, tools } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const restart = tools.value?.route.restart;
  const routeId = content.homeRoute.value?.id;
  const outcome = restart?.outcome.value;

  useEffect(() => () => restart?.forgetOutcome(), [restart]);

  return (
    <section class={styles.root} aria-labelledby="opnieuw">
      <h2 id="opnieuw" class={pageStyles.subtitle}>
        {laterStrings.restart.title}
      </h2>
      <p>{laterStrings.restart.hint}</p>
      <button
        type="button"
        class={pageStyles.quiet}
        disabled={!restart}
        onClick={() => dialog.current?.showModal()}
      >
        {laterStrings.restart.action}
      </button>
      <p class={outcome === 'failed' ? pageStyles.message : pageStyles.good} role="status">
        {outcome === undefined ? null : laterStrings.restart[outcome]}
      </p>
      <dialog
        ref={dialog}
        class={styles.dialog}
        aria-labelledby="opnieuw-vraag"
        aria-describedby="opnieuw-uitleg"
      >
        <h3 id="opnieuw-vraag" class={styles.ask}>
          {laterStrings.restart.ask}
        </h3>
        <p id="opnieuw-uitleg">{laterStrings.restart.hint}</p>
        <div class={pageStyles.actions}>
          <button type="button" class={pageStyles.quiet} onClick={() => dialog.current?.close()}>
            {laterStrings.restart.no}
          </button>
          <button
            type="button"
            class={pageStyles.action}
            onClick={() => {
              dialog.current?.close();
              if (routeId !== undefined) void restart?.restart(routeId);
            }}
          >
            {laterStrings.restart.yes}
          </button>
        </div>
      </dialog>
    </section>
  );
}
