/** The ways to what is told about the app: itself, its privacy, and how well everybody can use it. */
import type { Page } from '../../model/address.ts';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { Link } from '../parts/link.tsx';
import { strings } from '../strings/first-view.ts';
import styles from './more-pages.module.css';

const PAGES = ['about', 'privacy', 'accessibility'] as const satisfies readonly Page['kind'][];

/** Leaves out the page that is on screen. */
export function MorePages() {
  const { location } = useApp();
  const here = location.page.value.kind;
  return (
    <ul class={styles.root}>
      {PAGES.filter((kind) => kind !== here).map((kind) => (
        <li key={kind}>
          <Link class={styles.link} to={{ kind }}>
            {strings.titles[kind]}
            <Icon shape={icons.right} small />
          </Link>
        </li>
      ))}
    </ul>
  );
}
