/** The main menu: four places, always at the bottom of the screen. */
import type { Page } from '../../model/address.ts';
import { Icon, type IconShape } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { Link } from '../parts/link.tsx';
import { Logo } from '../parts/logo.tsx';
import { strings } from '../strings/first-view.ts';
import { useApp } from './app-context.ts';
import styles from './tab-bar.module.css';

export function TabBar({ page }: { page: Page }) {
  const { content } = useApp();
  const routeId = content.homeRoute.value?.id;
  return (
    <nav class={styles.root} aria-label={strings.nav.label}>
      <p class={styles.brand}>
        <Logo />
        {strings.appName}
      </p>
      <ul class={styles.list}>
        {routeId === undefined ? null : (
          <Tab
            to={{ kind: 'route', routeId }}
            icon={icons.route}
            name={strings.nav.route}
            isCurrent={page.kind === 'route'}
            isWithin={page.kind === 'module'}
          />
        )}
        <Tab
          to={{ kind: 'notes' }}
          icon={icons.notes}
          name={strings.nav.notes}
          isCurrent={page.kind === 'notes'}
        />
        <Tab
          to={{ kind: 'offline' }}
          icon={icons.download}
          name={strings.nav.offline}
          isCurrent={page.kind === 'offline'}
        />
        <Tab
          to={{ kind: 'settings' }}
          icon={icons.settings}
          name={strings.nav.settings}
          isCurrent={page.kind === 'settings'}
          isWithin={['about', 'accessibility', 'privacy'].includes(page.kind)}
        />
      </ul>
    </nav>
  );
}

interface TabProps {
  to: Page;
  icon: IconShape;
  name: string;
  isCurrent: boolean;
  /** The page on screen lies below this tab. */
  isWithin?: boolean;
}

function Tab({ to, icon, name, isCurrent, isWithin = false }: TabProps) {
  return (
    <li data-within={isCurrent || isWithin ? '' : undefined}>
      <Link to={to} class={styles.link} current={isCurrent}>
        <Icon shape={icon} />
        {name}
      </Link>
    </li>
  );
}
