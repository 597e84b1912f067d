/** Lets a reader say that the module is done; listening enough says it by itself. */
import { useComputed } from '@preact/signals';
import type { LearningModule } from '../model/learning-module.ts';
import { audioKey } from '../model/progress.ts';
import { useApp } from './app-context.ts';
import styles from './complete-button.module.css';
import { Icon } from './icon.tsx';
import * as icons from './icons.ts';
import { laterStrings } from './later-strings.ts';

export function CompleteButton({ routeId, module }: { routeId: string; module: LearningModule }) {
  const { progress } = useApp();
  const isCompleted = useComputed(
    () => progress.all.value.get(audioKey(routeId, module.id))?.completed !== undefined,
  );
  return isCompleted.value ? (
    <p class={styles.done} role="status">
      <Icon shape={icons.done} />
      {laterStrings.module.completed}
    </p>
  ) : (
    <button
      type="button"
      class={styles.button}
      onClick={() => void progress.markCompleted(routeId, module.id)}
    >
      <Icon shape={icons.check} />
      {laterStrings.module.complete}
    </button>
  );
}
