/** The frame of every page: skip link, content, player and main menu. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AppState } from '../../state/app-state.ts';
import { MiniPlayer } from '../player/mini-player.tsx';
import { strings } from '../strings/first-view.ts';
import styles from './app.module.css';
import { AppProvider, useApp } from './app-context.ts';
import { Notices } from './notices.tsx';
import { LateErased, LateLoss, LateOffer, LateSheet, PageView } from './page-view.tsx';
import { TabBar } from './tab-bar.tsx';

export function App({ app }: { app: AppState }) {
  return (
    <AppProvider value={app}>
      <Frame />
    </AppProvider>
  );
}

function Frame() {
  const { location, device } = useApp();
  const page = location.page.value;
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);

  useLayoutEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const target =
      page.kind === 'module' && page.questionId
        ? document.getElementById(`vraag-${page.questionId}`)
        : null;
    const place = (target ?? main.current)?.querySelector<HTMLElement>(target ? 'button' : 'h1');
    place?.focus({ preventScroll: true });
    if (target) target.scrollIntoView();
    else window.scrollTo(0, 0);
  }, [page]);

  if (device.erased.value) return <LateErased />;
  return (
    <div class={styles.root} data-page={page.kind}>
      <a class={styles.skip} href="#inhoud">
        {strings.skipToContent}
      </a>
      <TabBar page={page} />
      <main id="inhoud" ref={main} class={styles.main} tabIndex={-1}>
        <LateLoss />
        <Notices>
          <LateOffer />
        </Notices>
        <PageView page={page} />
      </main>
      <MiniPlayer />
      <LateSheet />
    </div>
  );
}
