/** For an address that leads nowhere: says so, says what is safe, and shows the way back. */

import { Link } from '../parts/link.tsx';
import { strings } from '../strings/first-view.ts';
import { useApp } from './app-context.ts';
import styles from './plain-page.module.css';

export function NotFoundPage() {
  const { content, location } = useApp();
  const route = content.homeRoute.value;
  const routeId = route?.id;
  const page = location.page.value;
  const parts = page.kind === 'not-found' ? page.path.split('/') : [];
  const gone = route?.withdrawn.find(({ id }) => parts[1] === routeId && parts[2] === id);
  return (
    <article class={styles.root}>
      <h1 class={styles.title} tabIndex={-1}>
        {strings.notFound.title}
      </h1>
      <p>{gone ? strings.notFound.withdrawn(gone.reason) : strings.notFound.text}</p>
      {routeId === undefined ? null : (
        <Link class={styles.action} to={{ kind: 'route', routeId }}>
          {strings.notFound.back}
        </Link>
      )}
    </article>
  );
}
