/** The sheet of a note without an open question: a mark that gets words, a free note, a plan that is gone on with. */

import { formatClock } from '../../model/clock-time.ts';
import type { Note } from '../../model/note.ts';
import type { WritingState } from '../../state/notebook/writing.ts';
import { useApp } from '../frame/app-context.ts';
import { PlanFields } from '../plan/plan-fields.tsx';
import { markStrings } from '../strings/mark.ts';
import { notesStrings } from '../strings/notes.ts';
import { questionStrings } from '../strings/question.ts';
import { SpeakButton, VoicePart } from '../voice/voice-part.tsx';
import { AnswerField } from '../writing/answer-field.tsx';
import { AnswerStatus } from '../writing/answer-status.tsx';
import { EarlierAnswers } from '../writing/earlier-answers.tsx';
import { SheetFrame } from '../writing/sheet-frame.tsx';
import { StartAnew } from '../writing/start-anew.tsx';
import { VersionsPart } from '../writing/versions-part.tsx';
import sheet from '../writing/writing-sheet.module.css';
import styles from './note-sheet.module.css';

export function NoteSheet({ writing }: { writing: WritingState }) {
  const { content, notebook } = useApp();
  const note = writing.note.value;
  const { anchor } = note;
  const isAnswer = anchor.questionId !== undefined;
  // What is said at a mark is a note of its own.
  const subject = {
    kind: isAnswer ? ('answer' as const) : ('free' as const),
    routeId: note.routeId,
    moduleId: note.moduleId,
    anchor,
  };
  const module = content.summary(note.routeId, note.moduleId)?.title ?? '';
  return (
    <SheetFrame labelledBy="notitie-titel">
      {isAnswer || anchor.time !== undefined ? <p class={sheet.place}>{module}</p> : null}
      <h2 id="notitie-titel" class={isAnswer ? sheet.text : styles.title}>
        {titleOf(note, module)}
      </h2>
      {isAnswer || anchor.sentence === undefined ? null : (
        <p class={styles.sentence}>{anchor.sentence}</p>
      )}
      <p id="denkvraag-namen" class={sheet.privacy}>
        {questionStrings.privacy}
      </p>
      {note.kind === 'plan' ? (
        <PlanFields writing={writing} />
      ) : (
        <AnswerField
          writing={writing}
          name="text"
          {...(isAnswer ? { labelledBy: 'notitie-titel' } : { label: notesStrings.yourNote })}
        />
      )}
      <AnswerStatus writing={writing} />
      <VersionsPart noteId={note.id} />
      <VoicePart subject={subject} />
      {isAnswer && !note.voice ? <StartAnew writing={writing} /> : null}
      <EarlierAnswers writing={writing} />
      <div class={sheet.actions}>
        <SpeakButton class={sheet.later} subject={subject} />
        <button type="button" class={sheet.done} onClick={() => void notebook.close()}>
          {notesStrings.done}
        </button>
      </div>
    </SheetFrame>
  );
}

function titleOf({ kind, anchor }: Note, module: string): string {
  if (anchor.questionId !== undefined) return anchor.sentence ?? '';
  if (anchor.time === undefined) return notesStrings.noteOn(module);
  const time = formatClock(anchor.time);
  return kind === 'mark' ? markStrings.marked(time) : notesStrings.noteAt(time);
}
