/** Asks before a download that costs mobile data, or that takes more than was agreed to. */
import { useEffect, useRef } from 'preact/hooks';
import type { LearningRoute } from '../../model/learning-route.ts';
import type { DownloadQuestion } from '../../state/offline/download-wishes.ts';
import { useApp } from '../frame/app-context.ts';
import askStyles from '../parts/ask-dialog.module.css';
import buttonStyles from '../parts/button.module.css';
import { ConfirmButton } from '../parts/confirm-button.tsx';
import { formatSize } from '../parts/format.ts';
import { offlineStrings } from '../strings/offline.ts';
import styles from './download-question.module.css';

const words = offlineStrings.question;

export function DownloadQuestionDialog({ route }: { route: LearningRoute }) {
  const wishes = useApp().offline.value?.wishes;
  const question = wishes?.question.value;
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (question && !dialog.current?.open) dialog.current?.showModal();
    if (!question) dialog.current?.close();
  }, [question]);
  useEffect(() => () => wishes?.dismiss(), [wishes]);

  const isShort = question?.kind === 'room' && question.plan.short > 0;
  return (
    <dialog
      ref={dialog}
      class={askStyles.root}
      aria-labelledby="download-vraag"
      onClose={() => wishes?.dismiss()}
    >
      <h2 id="download-vraag" class={askStyles.ask}>
        {question?.kind === 'metered' ? words.metered(formatSize(question.size)) : words.room}
      </h2>
      {question ? <Explanation question={question} route={route} /> : null}
      <div class={buttonStyles.row}>
        <button type="button" class={buttonStyles.quiet} onClick={() => wishes?.dismiss()}>
          {words.no}
        </button>
        {isShort ? null : (
          <ConfirmButton
            key={question?.kind}
            class={buttonStyles.main}
            onConfirm={() => void wishes?.agree()}
          >
            {question?.kind === 'room' ? words.removeAndDownload : offlineStrings.downloadAnyway}
          </ConfirmButton>
        )}
      </div>
    </dialog>
  );
}

function Explanation({ question, route }: { question: DownloadQuestion; route: LearningRoute }) {
  const { settings } = useApp();
  if (question.kind === 'metered') return <p>{words.meteredText}</p>;
  const cap = formatSize(settings.values.value.audioCap * 1_000_000);
  const { remove, short } = question.plan;
  return (
    <>
      <p>{words.roomText(formatSize(question.size), cap)}</p>
      {remove.length === 0 ? null : (
        <>
          <p>{words.removeFirst}</p>
          <ul class={styles.list}>
            {route.modules
              .filter(({ id }) => remove.includes(id))
              .map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
          </ul>
        </>
      )}
      {short > 0 ? <p>{words.short(formatSize(short))}</p> : <p>{words.keepsNotes}</p>}
    </>
  );
}
