/** Lets a reader say that the module is done, or not after all; listening enough says it by itself. */
import { useComputed } from '@preact/signals';
import type { LearningModule } from '../../model/learning-module.ts';
import { audioKey } from '../../model/progress.ts';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { moduleStrings } from '../strings/module.ts';
import { restartStrings } from '../strings/restart.ts';
import styles from './complete-button.module.css';

export function CompleteButton({ routeId, module }: { routeId: string; module: LearningModule }) {
  const { progress, tools } = useApp();
  const isCompleted = useComputed(
    () => progress.all.value.get(audioKey(routeId, module.id))?.completed !== undefined,
  );
  const isDone = isCompleted.value;
  return (
    <div class={styles.root}>
      <p class={styles.done} role="status">
        {isDone ? (
          <>
            <Icon shape={icons.done} />
            {moduleStrings.completed}
          </>
        ) : null}
      </p>
      <button
        type="button"
        class={isDone ? styles.reopen : styles.button}
        onClick={() => {
          if (isDone) void tools.value?.route.restart.reopen(routeId, module.id);
          else void progress.markCompleted(routeId, module.id);
        }}
      >
        {isDone ? null : <Icon shape={icons.check} />}
        {isDone ? restartStrings.reopen : moduleStrings.complete}
      </button>
    </div>
  );
}
