/** Chooses the page; the ones that are not needed at first sight come as code of their own. */
import { signal, useSignal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Page } from '../../model/address.ts';
import type { LearningRoute } from '../../model/learning-route.ts';
import styles from '../route/route-page.module.css';
import { RoutePage } from '../route/route-page.tsx';
import { strings } from '../strings/first-view.ts';
import { useApp } from './app-context.ts';
import { LoadFailure } from './load-failure.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** Comes with the page of a module, with every page after that, and when the small player has something to say. */
const moduleParts = signal<typeof import('./module-parts.tsx') | undefined>(undefined);
/** Comes with all pages but those two. */
let later: typeof import('./later-pages.tsx') | undefined;

/** The pieces of code that a page takes beyond the first view. */
export type PageCode = 'module' | 'later';

/** Which code a page takes; nobody has to wait for a second piece that is needed at once. */
export function codeOf(page: Page): readonly PageCode[] {
  if (page.kind === 'route' || page.kind === 'not-found') return [];
  return page.kind === 'module' ? ['module'] : ['module', 'later'];
}

/** Loads the code of a page, so that {@link PageView} can show it at once. @throws when it cannot be loaded */
export async function preparePage(page: Page): Promise<void> {
  await Promise.all(codeOf(page).map((code) => LOAD[code]()));
}

const LOAD: Readonly<Record<PageCode, () => Promise<void>>> = {
  async module() {
    moduleParts.value ??= await import('./module-parts.tsx');
  },
  async later() {
    later ??= await import('./later-pages.tsx');
  },
};

/** Puts another page on screen; between the route and a module as one movement. */
export async function showPage(change: () => void, from: Page, to: Page): Promise<void> {
  const parts = moduleParts.peek();
  if (parts) await parts.travel(change, from, to);
  else change();
}

export function PageView({ page }: { page: Page }) {
  const { content, location } = useApp();
  if (location.unreachable.value) {
    return <LoadFailure code="page" onRetry={() => void location.retry()} />;
  }
  switch (page.kind) {
    case 'route': {
      const route = content.route(page.routeId);
      if (!route) return <NotFoundPage />;
      return (
        <RoutePage
          route={route}
          session={
            <>
              <SessionPart route={route} />
              <PlansPart />
            </>
          }
        />
      );
    }
    case 'module': {
      const route = content.route(page.routeId);
      const summary = content.summary(page.routeId, page.moduleId);
      const parts = moduleParts.value;
      if (!route || !summary || !parts) return <NotFoundPage />;
      return <parts.ModulePage key={summary.id} route={route} summary={summary} />;
    }
    case 'notes':
      return show(later?.NotesPage);
    case 'offline':
      return show(later?.OfflinePage);
    case 'settings':
      return show(later?.SettingsPage);
    case 'about':
      return show(later?.AboutPage);
    case 'accessibility':
      return show(later?.AccessibilityPage);
    case 'privacy':
      return show(later?.PrivacyPage);
    case 'not-found':
      return <NotFoundPage />;
  }
}

/** The page after everything was wiped. */
export function LateErased() {
  const isThere = useSignal(later !== undefined);
  useEffect(() => {
    preparePage({ kind: 'settings' }).then(
      () => {
        isThere.value = true;
      },
      // Its code was wiped too: what comes is a fresh start.
      () => window.location.reload(),
    );
  }, [isThere]);
  return isThere.value && later ? <later.ErasedPage /> : null;
}

/** Whether {@link LateSheet} can show what is opened. */
export function isSheetThere(): boolean {
  return moduleParts.peek() !== undefined;
}

/** What is being written; only code that comes later can open it. */
export function LateSheet() {
  const parts = moduleParts.value;
  return parts ? <parts.Sheets /> : null;
}

/** What the browser took away; like the offer, it fetches this code before it has something to say. */
export function LateLoss() {
  const { device } = useApp();
  return device.loss.value !== undefined && later ? <later.LossNotice /> : null;
}

/** The offer to install, in a region that was there before. */
export function LateOffer() {
  const { offline } = useApp();
  return offline.value?.installOffer.isShown.value && later ? <later.InstallNotice /> : null;
}

/** A wait for the sound that lasts longer will have to be told. */
const WAIT_MS = 3000;

/** What the small player says, and the ways on from there. @param children - Stands there until its code has come. */
export function LateStatus({ children }: { children?: ComponentChildren }) {
  const { playback, tools } = useApp();
  const status = playback.status.value;
  const isWaiting = status === 'waiting' || status === 'loading';
  const isTold = playback.failure.value ?? tools.value?.route.turn.elsewhere.value;
  const delay = isTold ? 0 : isWaiting ? WAIT_MS : undefined;
  useEffect(() => {
    if (delay === undefined) return undefined;
    // Offline before the code was kept: the next time tries again.
    const timer = setTimeout(() => LOAD.module().catch(() => undefined), delay);
    return () => clearTimeout(timer);
  }, [delay]);
  const parts = moduleParts.value;
  return parts ? <parts.MiniStatus /> : children;
}

/** The choice of minutes comes with the later pages, and playing with the tools. */
function SessionPart({ route }: { route: LearningRoute }) {
  const { playback } = useApp();
  const isOpen = useSignal(false);
  async function open(): Promise<void> {
    playback.prepare();
    try {
      await preparePage({ kind: 'settings' });
      isOpen.value = true;
    } catch {
      // Offline before the code was kept: the next tap tries again.
    }
  }
  return (
    <>
      <button type="button" class={styles.session} onClick={() => void open()}>
        {strings.route.session}
      </button>
      {isOpen.value && later ? (
        <later.SessionPanel
          route={route}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      ) : null}
    </>
  );
}

/** A plan of which the day has come; the tools know of one only when its code is there. */
function PlansPart() {
  const { tools } = useApp();
  return tools.value?.notes.plans.due.value.length && later ? <later.DuePlans /> : null;
}

function show(Component: ComponentType | undefined) {
  return Component ? <Component /> : <NotFoundPage />;
}
