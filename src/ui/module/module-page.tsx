/** One module: its picture, the player, and the text to read along. */
import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { LearningModule } from '../../model/learning-module.ts';
import type { LearningRoute, ModuleSummary } from '../../model/learning-route.ts';
import { episodeId } from '../../model/sound.ts';
import { useApp } from '../frame/app-context.ts';
import { LoadFailure } from '../frame/load-failure.tsx';
import { Artwork } from '../parts/artwork.tsx';
import { formatNames } from '../parts/format.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { Link } from '../parts/link.tsx';
import { Logo } from '../parts/logo.tsx';
import { SourceList } from '../parts/source-list.tsx';
import { MissedButton } from '../player/missed-button.tsx';
import { PlayerPanel } from '../player/player-panel.tsx';
import { ReadAlong } from '../reading/read-along.tsx';
import { EpisodeLabel } from '../recording/episode-label.tsx';
import { strings } from '../strings/first-view.ts';
import { moduleStrings } from '../strings/module.ts';
import { CompleteButton } from './complete-button.tsx';
import { EpisodePart } from './episode-part.tsx';
import { ModuleNotes } from './module-notes.tsx';
import styles from './module-page.module.css';
import { RouteBeside } from './route-beside.tsx';

interface ModulePageProps {
  route: LearningRoute;
  summary: ModuleSummary;
}

export function ModulePage({ route, summary }: ModulePageProps) {
  const { content } = useApp();
  const load = content.module(route.id, summary.id).value;
  const index = route.modules.indexOf(summary);
  return (
    <div class={styles.root}>
      <RouteBeside route={route} />
      <article class={styles.module}>
        <div class={styles.listen}>
          <Artwork id={summary.id} index={index} total={route.modules.length} />
          <header class={styles.head}>
            <p class={styles.position}>{moduleStrings.position(index + 1, route.modules.length)}</p>
            <h1 class={styles.title} tabIndex={-1}>
              {summary.title}
            </h1>
            <VoiceLabel routeId={route.id} summary={summary} />
            {load.kind === 'ready' ? <Requires route={route} module={load.module} /> : null}
          </header>
          <ModulePlayer route={route} summary={summary} />
          <MissedButton routeId={route.id} summary={summary} />
        </div>
        {load.kind === 'ready' ? (
          <ModuleText route={route} module={load.module} index={index} />
        ) : null}
        {load.kind === 'loading' ? (
          <p class={styles.loading}>
            <Logo />
            {strings.loading}
          </p>
        ) : null}
        {load.kind === 'failed' ? (
          <LoadFailure code={load.code} onRetry={() => content.retry(route.id, summary.id)} />
        ) : null}
      </article>
    </div>
  );
}

function VoiceLabel({ routeId, summary }: { routeId: string; summary: ModuleSummary }) {
  const { playback } = useApp();
  const isEpisode = useComputed(() => {
    const loaded = playback.loaded.value;
    return loaded?.routeId === routeId && loaded.summary.id === episodeId(summary.id);
  });
  if (isEpisode.value) return <EpisodeLabel routeId={routeId} moduleId={summary.id} />;
  if (!summary.audio) return <p class={styles.voice}>{moduleStrings.textOnly}</p>;
  return (
    <p class={styles.voice}>
      <Icon shape={summary.audio.synthetic ? icons.computer : icons.play} small />
      {summary.audio.synthetic ? moduleStrings.synthetic : moduleStrings.recorded}
    </p>
  );
}

function Requires({ route, module }: ModuleTextProps) {
  const titles = route.modules
    .filter((entry) => module.requires.includes(entry.id))
    .map((entry) => entry.title);
  return titles.length === 0 ? null : (
    <p class={styles.voice}>{moduleStrings.requires(formatNames(titles))}</p>
  );
}

function ModulePlayer({ route, summary }: ModulePageProps) {
  const { location, playback } = useApp();
  const isLoaded = useComputed(
    () =>
      playback.loaded.value?.routeId === route.id && playback.loaded.value.moduleId === summary.id,
  );
  const other = useComputed(() => playback.loaded.value?.summary.title);
  if (!summary.audio) return null;
  if (isLoaded.value) return <PlayerPanel />;
  return (
    <div class={styles.other}>
      <button
        type="button"
        class={styles.playThis}
        onPointerDown={() => playback.prepare()}
        onClick={() => {
          const page = location.page.peek();
          const time = page.kind === 'module' ? page.time : undefined;
          void playback.playModule(route.id, summary.id, time);
        }}
      >
        <Icon shape={icons.play} filled />
        {moduleStrings.playThis}
      </button>
      {other.value === undefined ? null : (
        <p class={styles.voice}>{moduleStrings.otherPlays(other.value)}</p>
      )}
    </div>
  );
}

interface ModuleTextProps {
  route: LearningRoute;
  module: LearningModule;
}

function ModuleText({ route, module, index }: ModuleTextProps & { index: number }) {
  const { location } = useApp();
  const next = route.modules[index + 1];

  useEffect(() => {
    // The page may have been opened at a question before the text was there.
    const page = location.page.peek();
    if (page.kind !== 'module' || page.questionId === undefined) return;
    const card = document.getElementById(`vraag-${page.questionId}`);
    card?.querySelector('button')?.focus({ preventScroll: true });
    card?.scrollIntoView();
  }, [location]);

  return (
    <div class={styles.text}>
      <ReadAlong routeId={route.id} module={module} />
      {module.episode ? (
        <EpisodePart routeId={route.id} module={module} episode={module.episode} />
      ) : null}
      <ModuleNotes routeId={route.id} module={module} />
      <footer class={styles.after}>
        <CompleteButton routeId={route.id} module={module} />
        {next ? (
          <Link class={styles.next} to={{ kind: 'module', routeId: route.id, moduleId: next.id }}>
            {moduleStrings.nextModule(next.title)}
            <Icon shape={icons.right} small />
          </Link>
        ) : null}
        <SourceList sources={module.sources} />
      </footer>
    </div>
  );
}
