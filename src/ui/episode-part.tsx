/** The podcast episode a module is about: where it can be heard, and the questions that go with it. */
import { useComputed } from '@preact/signals';
import type { Episode, EpisodeMoment, LearningModule } from '../model/learning-module.ts';
import { audioKey } from '../model/progress.ts';
import { useApp } from './app-context.ts';
import styles from './episode-part.module.css';
import { formatClock, formatNames, formatPercent } from './format.ts';
import { Icon } from './icon.tsx';
import * as icons from './icons.ts';
import { laterStrings } from './later-strings.ts';
import { QuestionCard } from './question-card.tsx';

interface EpisodePartProps {
  routeId: string;
  module: LearningModule;
  episode: Episode;
}

export function EpisodePart({ routeId, module, episode }: EpisodePartProps) {
  const { progress } = useApp();
  const isHeard = useComputed(
    () => progress.all.value.get(audioKey(routeId, module.id, 'episode'))?.completed !== undefined,
  );
  const questions = module.questions.filter((question) => question.on === 'episode');
  return (
    <section class={styles.root} aria-labelledby="aflevering">
      <div class={styles.facts}>
        <h2 id="aflevering">{laterStrings.episode.heading}</h2>
        <p class={styles.title}>{episode.title}</p>
        <p>
          {laterStrings.episode.facts(episode.publisher, episode.year)}.{' '}
          {laterStrings.episode.people(formatNames(episode.people))}
        </p>
        <p>{laterStrings.episode.where}</p>
        <a class={styles.link} href={episode.url} rel="noopener noreferrer">
          {laterStrings.episode.link}
          <Icon shape={icons.external} small />
          <span class="visually-hidden"> ({laterStrings.episode.opens})</span>
        </a>
        {isHeard.value ? (
          <p class={styles.heard} role="status">
            <Icon shape={icons.done} />
            {laterStrings.episode.heardDone}
          </p>
        ) : (
          <button
            type="button"
            class={styles.button}
            onClick={() => void progress.markCompleted(routeId, module.id, 'episode')}
          >
            {laterStrings.episode.heard}
          </button>
        )}
      </div>
      <h3>{laterStrings.episode.questions}</h3>
      {questions.map((question) => (
        <QuestionCard
          key={question.id}
          routeId={routeId}
          module={module}
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
      return laterStrings.episode.moment.start;
    case 'end':
      return laterStrings.episode.moment.end;
    case 'fraction':
      return moment.fraction === 0.5
        ? laterStrings.episode.moment.half
        : laterStrings.episode.moment.fraction(formatPercent(moment.fraction));
    case 'time':
      return laterStrings.episode.moment.time(formatClock(moment.time));
  }
}
