/** The route beside one of its modules. */
import type { LearningRoute } from '../../model/learning-route.ts';
import { useMedia } from '../parts/use-media.ts';
import { RouteStops } from '../route/route-stops.tsx';
import { moduleStrings } from '../strings/module.ts';
import styles from './module-page.module.css';

/** Room for three columns; `module-page.module.css` hides it in narrower windows, also before the code comes. */
const THREE_COLUMNS = '(min-width: 68.75rem)';

/** On a phone it is not built: a third of what taking the page over takes would go into what nobody sees. */
export function RouteBeside({ route }: { route: LearningRoute }) {
  return useMedia(THREE_COLUMNS) ? (
    <aside class={styles.route} aria-label={moduleStrings.inRoute}>
      <p class={styles.routeTitle}>{route.title}</p>
      <RouteStops route={route} />
    </aside>
  ) : null;
}
