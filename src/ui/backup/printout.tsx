/** What comes on paper: a workbook with one's own words, or a conversation sheet without any. */

import { formatClock } from '../../model/clock-time.ts';
import { isEmptyContent, type NoteWithText } from '../../model/note.ts';
import { type WorkbookEntry, type WorkbookPart, withoutAnswers } from '../../model/workbook.ts';
import { useApp } from '../frame/app-context.ts';
import { formatFullDay } from '../parts/format-day.ts';
import { Logo } from '../parts/logo.tsx';
import { backupStrings } from '../strings/backup.ts';
import { strings } from '../strings/first-view.ts';
import styles from './printout.module.css';

const words = backupStrings.printout;

/** With the answers of the person, or without any. */
export type PrintoutKind = 'workbook' | 'conversation';

/** Lines to write on for an open question. */
const WORKBOOK_LINES = 4;
const CONVERSATION_LINES = 3;

export function Printout({ kind, parts }: { kind: PrintoutKind; parts: readonly WorkbookPart[] }) {
  const { content } = useApp();
  const shown = kind === 'workbook' ? parts : withoutAnswers(parts);
  return (
    <article class={styles.root} lang="nl">
      <header class={styles.head}>
        <p class={styles.brand}>
          <Logo />
          {strings.appName}
        </p>
        <h1 class={styles.title}>{content.homeRoute.value?.title}</h1>
        <p class={styles.kind}>
          <strong>{words[kind]}</strong> · {formatFullDay(Date.now())}
        </p>
        <p class={styles.lead}>
          {kind === 'workbook' ? words.workbookLead : words.conversationLead}
        </p>
        {kind === 'conversation' ? (
          <p class={styles.fill}>
            <span>{words.when}</span>
            <span>{words.who}</span>
          </p>
        ) : null}
      </header>
      {shown
        .filter(({ entries }) => entries.length > 0)
        .map((part) => (
          <Module key={part.moduleId} part={part} kind={kind} />
        ))}
      {kind === 'conversation' ? (
        <section class={styles.module}>
          <h2 class={styles.moduleTitle}>{words.agreements}</h2>
          <Lines count={6} />
        </section>
      ) : null}
    </article>
  );
}

function Module({ part, kind }: { part: WorkbookPart; kind: PrintoutKind }) {
  return (
    <section class={styles.module} data-first={(part.place ?? 0) % 2 === 1 ? '' : undefined}>
      <h2 class={styles.moduleTitle}>
        {part.place === undefined ? null : <span class={styles.place}>{part.place}</span>}
        {part.title}
      </h2>
      {part.entries.map((entry) => (
        <Entry key={`${entry.path} ${entry.notes[0]?.note.id}`} entry={entry} kind={kind} />
      ))}
    </section>
  );
}

function Entry({ entry, kind }: { entry: WorkbookEntry; kind: PrintoutKind }) {
  const { question, heard, notes, time } = entry;
  const title = question ?? (time === undefined ? words.ownNote : words.moment(formatClock(time)));
  return (
    <div class={styles.entry}>
      <h3 class={question === undefined ? styles.moment : styles.question}>{title}</h3>
      {kind === 'workbook' && question === undefined && heard !== undefined ? (
        <p class={styles.heard}>
          {words.heard}: {heard}
        </p>
      ) : null}
      {notes.map((note) => (
        <Words key={note.note.id} note={note} />
      ))}
      {notes.length > 0 ? null : (
        <Lines count={kind === 'workbook' ? WORKBOOK_LINES : CONVERSATION_LINES} />
      )}
    </div>
  );
}

function Words({ note }: { note: NoteWithText }) {
  const { voice, kind } = note.note;
  const isEmpty = isEmptyContent(note);
  return (
    <div class={styles.words}>
      {isEmpty ? null : <p class={styles.text}>{note.text}</p>}
      {voice ? <p class={styles.when}>{words.spoken(formatClock(voice.duration))}</p> : null}
      {isEmpty && !voice && kind === 'mark' ? <p class={styles.when}>{words.marked}</p> : null}
      <p class={styles.when}>{formatFullDay(note.updatedAt)}</p>
    </div>
  );
}

function Lines({ count }: { count: number }) {
  return (
    <div class={styles.lines} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}
