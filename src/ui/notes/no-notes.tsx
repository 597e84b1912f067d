/** Nothing to show: because there is nothing, because it is on its way, or because it cannot be read. */
import type { LearningRoute } from '../../model/learning-route.ts';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import buttonStyles from '../parts/button.module.css';
import { Link } from '../parts/link.tsx';
import { findStrings } from '../strings/find.ts';
import { notesStrings } from '../strings/notes.ts';
import styles from './no-notes.module.css';

export function NoNotes({ route }: { route: LearningRoute }) {
  const { notebook } = useApp();
  switch (notebook.reading.value) {
    case 'reading':
      return (
        <p class={pageStyles.lead} role="status">
          {findStrings.loading}
        </p>
      );
    case 'failed':
      return (
        <div class={styles.empty}>
          <p role="alert">{findStrings.unread}</p>
          <button type="button" class={buttonStyles.quiet} onClick={() => notebook.readAgain()}>
            {findStrings.retry}
          </button>
        </div>
      );
    case 'read':
      return (
        <div class={styles.empty}>
          <p class={styles.emptyTitle}>{notesStrings.empty}</p>
          <p>{notesStrings.emptyHint}</p>
          <Link class={buttonStyles.main} to={{ kind: 'route', routeId: route.id }}>
            {notesStrings.toRoute}
          </Link>
        </div>
      );
  }
}
