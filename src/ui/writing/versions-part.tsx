/** Versions that were written beside each other, in two tabs or by a restore: the person sees all, and joins them. */
import { useSignal } from '@preact/signals';
import { heads, type Revision } from '../../model/note.ts';
import type { JoinOutcome } from '../../state/notebook/versions.ts';
import { useApp } from '../frame/app-context.ts';
import { formatMoment } from '../parts/format-day.ts';
import { questionStrings } from '../strings/question.ts';
import styles from './versions-part.module.css';

export function VersionsPart({ noteId }: { noteId: string }) {
  const { notebook } = useApp();
  const versions = heads(notebook.notes.value.get(noteId)?.revisions ?? []);
  if (versions.length < 2) return null;
  return <Versions noteId={noteId} versions={versions} />;
}

function Versions({ noteId, versions }: { noteId: string; versions: readonly Revision[] }) {
  const { tools } = useApp();
  const outcome = useSignal<JoinOutcome | undefined>(undefined);
  const inOrder = versions.toSorted((a, b) => a.createdAt - b.createdAt);
  const id = `versies-${noteId}`;
  const join = async (choice: Revision | 'all') => {
    outcome.value = await tools.value?.notes.versions.join(noteId, choice);
  };
  return (
    <section class={styles.root} aria-labelledby={id}>
      <h3 id={id} class={styles.title}>
        {questionStrings.versions.title}
      </h3>
      <p class={styles.hint}>{questionStrings.versions.hint}</p>
      <ol class={styles.list}>
        {inOrder.map((version, index) => (
          <li key={version.id} class={styles.version}>
            <p class={styles.when}>
              {questionStrings.versions.version(letterOf(index))}
              {' · '}
              {formatMoment(version.createdAt, Date.now())}
            </p>
            <p class={styles.words}>{version.text}</p>
            <button type="button" class={styles.choose} onClick={() => void join(version)}>
              {questionStrings.versions.choose(letterOf(index))}
            </button>
          </li>
        ))}
      </ol>
      <button type="button" class={styles.join} onClick={() => void join('all')}>
        {questionStrings.versions.join}
      </button>
      <p class={styles.hint} role="status">
        {outcome.value === 'changed' ? questionStrings.versions.changed : null}
        {outcome.value === 'failed' ? questionStrings.versions.failed : null}
      </p>
    </section>
  );
}

function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
