/** The main menu: four places, always at the bottom of the screen. */
import type { Page } from '../model/address.ts';
import { useApp } from './app-context.ts';
import { Icon, type IconName } from './icon.tsx';
import { Link } from './link.tsx';
import { strings } from './strings.ts';
import styles from './tab-bar.module.css';

export function TabBar({ page }: { page: Page }) {
  const { content } = useApp();
  const routeId = content.homeRoute.value?.id;
  return (
    <nav class={styles.root} aria-label={strings.nav.label}>
      <ul class={styles.list}>
        {routeId === undefined ? null : (
          <Tab
            to={{ kind: 'route', routeId }}
            icon="route"
            name={strings.nav.route}
            isCurrent={page.kind === 'route'}
            isWithin={page.kind === 'module'}
          />
        )}
        <Tab
          to={{ kind: 'notes' }}
          icon="notes"
          name={strings.nav.notes}
          isCurrent={page.kind === 'notes'}
        />
        <Tab
          to={{ kind: 'offline' }}
          icon="download"
          name={strings.nav.offline}
          isCurrent={page.kind === 'offline'}
        />
        <Tab
          to={{ kind: 'settings' }}
          icon="settings"
          name={strings.nav.settings}
          isCurrent={page.kind === 'settings'}
          isWithin={page.kind === 'about'}
        />
      </ul>
    </nav>
  );
}

interface TabProps {
  to: Page;
  icon: IconName;
  name: string;
  isCurrent: boolean;
  /** The page on screen lies below this tab. */
  isWithin?: boolean;
}

function Tab({ to, icon, name, isCurrent, isWithin = false }: TabProps) {
  return (
    <li data-within={isCurrent || isWithin ? '' : undefined}>
      <Link to={to} class={styles.link} current={isCurrent}>
        <Icon name={icon} />
        {name}
      </Link>
    </li>
  );
}
