/** The open question: large, with a field whose every letter is kept on the device. */

import { formatClock } from '../../model/clock-time.ts';
import { answerAnchor } from '../../model/note.ts';
import type { OpenQuestion } from '../../state/notebook/notebook.ts';
import type { WritingState } from '../../state/notebook/writing.ts';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { PlanFields } from '../plan/plan-fields.tsx';
import { InstallAdvice } from '../settings/install-advice.tsx';
import { questionStrings } from '../strings/question.ts';
import { SpeakButton, VoicePart } from '../voice/voice-part.tsx';
import { AnswerField } from '../writing/answer-field.tsx';
import { AnswerStatus } from '../writing/answer-status.tsx';
import { EarlierAnswers } from '../writing/earlier-answers.tsx';
import { SheetFrame } from '../writing/sheet-frame.tsx';
import { StartAnew } from '../writing/start-anew.tsx';
import { VersionsPart } from '../writing/versions-part.tsx';
import styles from '../writing/writing-sheet.module.css';
import { RecallPart } from './recall-part.tsx';

export function QuestionSheet() {
  const { notebook } = useApp();
  const open = notebook.opened.value;
  const writing = notebook.writing.value;
  return open && writing ? (
    <Sheet key={`${open.module.id}/${open.question.id}`} open={open} writing={writing} />
  ) : null;
}

interface SheetProps {
  open: OpenQuestion;
  writing: WritingState;
}

function Sheet({ open, writing }: SheetProps) {
  const { notebook, playback, tools, location } = useApp();
  const { question, module } = open;
  const subject = {
    kind: 'answer' as const,
    routeId: open.routeId,
    moduleId: module.id,
    anchor: answerAnchor(module, question),
  };
  const page = location.page.value;
  const isOnItsPage = page.kind === 'module' && page.moduleId === module.id;
  const siblings = module.questions.filter((candidate) => candidate.on === question.on);
  return (
    <SheetFrame labelledBy="denkvraag-plaats">
      <p id="denkvraag-plaats" class={styles.place}>
        {questionStrings.position(siblings.indexOf(question) + 1, siblings.length)}
        {question.times ? questionStrings.at(formatClock(question.times.startTime)) : null}
        {isOnItsPage ? null : questionStrings.in(module.title)}
      </p>
      <h2 id="denkvraag-tekst" class={styles.text}>
        {question.text}
      </h2>
      <p id="denkvraag-namen" class={styles.privacy}>
        {questionStrings.privacy}
      </p>
      <InstallAdvice />
      {question.kind === 'plan' ? (
        <PlanFields writing={writing} />
      ) : (
        <AnswerField writing={writing} name="text" labelledBy="denkvraag-tekst" />
      )}
      <AnswerStatus writing={writing} />
      <VersionsPart noteId={writing.note.value.id} />
      {question.modelAnswer === undefined ? null : (
        <RecallPart open={open} writing={writing} modelAnswer={question.modelAnswer} />
      )}
      <VoicePart subject={subject} />
      <StartAnew writing={writing} />
      <EarlierAnswers writing={writing} />
      <div class={styles.actions}>
        <SpeakButton class={styles.later} subject={subject} />
        <button
          type="button"
          class={styles.later}
          // What keeps it for later may still be on its way, on a first visit.
          disabled={tools.value === undefined}
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
    </SheetFrame>
  );
}
