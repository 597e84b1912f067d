/** The podcast episode a module is about: where it can be heard, and the questions that go with it. */
import { useComputed } from '@preact/signals';
import { formatClock } from '../../model/clock-time.ts';
import type { Episode, EpisodeMoment, LearningModule } from '../../model/learning-module.ts';
import { audioKey } from '../../model/progress.ts';
import { episodeId } from '../../model/sound.ts';
import { useApp } from '../frame/app-context.ts';
import { formatNames, formatPercent } from '../parts/format.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { QuestionCard } from '../question/question-card.tsx';
import { ReadAlong } from '../reading/read-along.tsx';
import buttonStyles from '../recording/recording-button.module.css';
import { RecordingPart } from '../recording/recording-part.tsx';
import { episodeStrings } from '../strings/episode.ts';
import { recordingStrings } from '../strings/recording.ts';
import styles from './episode-part.module.css';

interface EpisodePartProps {
  routeId: string;
  module: LearningModule;
  episode: Episode;
}

export function EpisodePart({ routeId, module, episode }: EpisodePartProps) {
  const { content, progress } = useApp();
  const isHeard = useComputed(
    () => progress.all.value.get(audioKey(routeId, module.id, 'episode'))?.completed !== undefined,
  );
  const soundId = episodeId(module.id);
  const isThere = content.episodes.value.has(audioKey(routeId, soundId));
  const load = isThere ? content.module(routeId, soundId).value : undefined;
  // With a recording the questions have a time, and the text that goes with it may be there.
  const text = load?.kind === 'ready' ? load.module : undefined;
  const questions = (text ?? module).questions.filter((question) => question.on === 'episode');
  const hasLines = text?.chapters.some(({ blocks }) => blocks.length > 0) ?? false;
  return (
    <section class={styles.root} aria-labelledby="aflevering">
      <div class={styles.facts}>
        <h2 id="aflevering" class={styles.heading}>
          {episodeStrings.heading}
        </h2>
        <p class={styles.title}>{episode.title}</p>
        <p>
          {episodeStrings.facts(episode.publisher, episode.year)}.{' '}
          {episodeStrings.people(formatNames(episode.people))}
        </p>
        <p>{episodeStrings.where}</p>
        <a class={styles.link} href={episode.url} rel="noopener noreferrer">
          {episodeStrings.link}
          <Icon shape={icons.external} small />
          <span class="visually-hidden"> ({episodeStrings.opens})</span>
        </a>
        {isHeard.value ? (
          <p class={styles.heard} role="status" data-takes-focus="">
            <Icon shape={icons.done} />
            {episodeStrings.heardDone}
          </p>
        ) : (
          <button
            type="button"
            class={buttonStyles.second}
            onClick={() => void progress.markCompleted(routeId, module.id, 'episode')}
          >
            {episodeStrings.heard}
          </button>
        )}
        <RecordingPart routeId={routeId} module={module} />
      </div>
      {text && hasLines ? (
        <ReadAlong
          routeId={routeId}
          module={text}
          soundId={soundId}
          label={recordingStrings.transcript.label}
        />
      ) : null}
      <h3>{episodeStrings.questions}</h3>
      {questions.map((question) => (
        <QuestionCard
          key={question.id}
          routeId={routeId}
          module={text ?? module}
          question={question}
          {...(question.moment ? { moment: momentWords(question.moment) } : {})}
        />
      ))}
    </section>
  );
}

function momentWords(moment: EpisodeMoment): string {
  switch (moment.kind) {
    case 'start':
      return episodeStrings.moment.start;
    case 'end':
      return episodeStrings.moment.end;
    case 'fraction':
      return moment.fraction === 0.5
        ? episodeStrings.moment.half
        : episodeStrings.moment.fraction(formatPercent(moment.fraction));
    case 'time':
      return episodeStrings.moment.time(formatClock(moment.time));
  }
}
