/** The open question: large, with a field whose every letter is kept on the device. */
import { useEffect, useRef } from 'preact/hooks';
import { answerAnchor } from '../../model/note.ts';
import type { OpenQuestion } from '../../state/notebook/notebook.ts';
import { useApp } from '../frame/app-context.ts';
import { formatClock } from '../parts/format.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { questionStrings } from '../strings/question.ts';
import { AnswerField } from './answer-field.tsx';
import { AnswerStatus } from './answer-status.tsx';
import { EarlierAnswers } from './earlier-answers.tsx';
import { ModelAnswer } from './model-answer.tsx';
import styles from './question-sheet.module.css';
import { SpeakButton, VoicePart } from './voice-part.tsx';

export function QuestionSheet() {
  const { notebook } = useApp();
  const open = notebook.opened.value;
  return open ? <Sheet key={`${open.module.id}/${open.question.id}`} open={open} /> : null;
}

function Sheet({ open }: { open: OpenQuestion }) {
  const { notebook, playback, tools } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const { question, module } = open;
  const subject = {
    kind: 'answer' as const,
    routeId: open.routeId,
    moduleId: module.id,
    anchor: answerAnchor(module, question),
  };
  const siblings = module.questions.filter((candidate) => candidate.on === question.on);

  useEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    const opener = document.activeElement;
    element.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      class={styles.root}
      aria-labelledby="denkvraag-plaats"
      onCancel={(event) => {
        event.preventDefault();
        void notebook.close();
      }}
    >
      <p id="denkvraag-plaats" class={styles.place}>
        {questionStrings.position(siblings.indexOf(question) + 1, siblings.length)}
        {question.times ? questionStrings.at(formatClock(question.times.startTime)) : null}
      </p>
      <h2 id="denkvraag-tekst" class={styles.text}>
        {question.text}
      </h2>
      <p id="denkvraag-namen" class={styles.privacy}>
        {questionStrings.privacy}
      </p>
      {question.kind === 'plan' ? (
        <>
          <p class={styles.privacy}>{questionStrings.planHint}</p>
          <AnswerField name="als" label={questionStrings.als} />
          <AnswerField name="dan" label={questionStrings.dan} />
        </>
      ) : (
        <AnswerField name="text" labelledBy="denkvraag-tekst" />
      )}
      <AnswerStatus />
      <EarlierAnswers open={open} />
      {question.modelAnswer === undefined ? null : <ModelAnswer text={question.modelAnswer} />}
      <VoicePart subject={subject} />
      <div class={styles.actions}>
        <SpeakButton class={styles.later} subject={subject} />
        <button
          type="button"
          class={styles.later}
          onClick={() => {
            tools.value?.questions.putAside();
            void notebook.close();
          }}
        >
          {questionStrings.later}
        </button>
        <button
          type="button"
          class={styles.goOn}
          onPointerDown={() => playback.prepare()}
          onClick={() => void notebook.closeAndPlay()}
        >
          <Icon shape={icons.play} filled small />
          {questionStrings.goOn}
        </button>
      </div>
    </dialog>
  );
}
