/** How safe the notes are, in one line, with the one piece of advice that helps most now. */
import { useEffect } from 'preact/hooks';
import type { Safety } from '../../model/safety.ts';
import { useApp } from '../frame/app-context.ts';
import { formatDaysAgo } from '../parts/format-day.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { notesStrings } from '../strings/notes.ts';
import styles from './safety-line.module.css';

export function SafetyLine() {
  const safety = useApp().tools.value?.notes.safety;
  useEffect(() => {
    void safety?.load();
  }, [safety]);
  const now = safety?.now.value;
  // Its room is kept, so that nothing jumps when it comes.
  if (!now) return <div class={styles.root} />;
  return (
    <div class={styles.root} data-kept={now.isKept ? '' : undefined}>
      <p class={styles.line}>
        <Icon shape={now.isKept ? icons.check : icons.warning} small />
        <span>{lineOf(now)}</span>
      </p>
      {now.advice === undefined ? null : (
        <p class={styles.advice}>
          {now.advice === 'backup' && now.backup.kind === 'days'
            ? `${notesStrings.safety.since(now.backup.newCount)} `
            : null}
          {notesStrings.safety.advice[now.advice]}
        </p>
      )}
    </div>
  );
}

function lineOf({ isKept, hasNotes, backup }: Safety): string {
  const { safety } = notesStrings;
  if (!isKept) return safety.notKept;
  const kept = hasNotes ? safety.kept : safety.willKeep;
  switch (backup.kind) {
    case 'nothing':
      return kept;
    case 'never':
      return `${kept} ${safety.never}`;
    case 'days':
      return `${kept} ${safety.last(formatDaysAgo(backup.days))}`;
  }
}
