/** The list "Nog te beantwoorden", with the way to answer and the words that led to each question. */

import type { DeferredQuestion } from '../../model/deferred-questions.ts';
import { fragmentBefore } from '../../model/fragment.ts';
import type { ModuleSummary } from '../../model/learning-route.ts';
import { audioKey } from '../../model/progress.ts';
import { episodeId } from '../../model/sound.ts';
import { useApp } from '../frame/app-context.ts';
import pageStyles from '../frame/plain-page.module.css';
import { markStrings } from '../strings/mark.ts';
import { questionStrings } from '../strings/question.ts';
import { FragmentButton } from './fragment-button.tsx';
import styles from './open-questions.module.css';

/** @param moduleId - Only those of one module. */
export function OpenQuestions({ moduleId }: { moduleId?: string | undefined }) {
  const { content, tools } = useApp();
  const list = tools.value?.questions.list.value ?? [];
  const entries = content.catalog.value.routes.flatMap((route) =>
    route.modules.flatMap((summary) =>
      list
        .filter((entry) => entry.routeId === route.id && entry.moduleId === summary.id)
        .filter((entry) => moduleId === undefined || entry.moduleId === moduleId)
        .map((entry) => ({ entry, summary })),
    ),
  );
  if (entries.length === 0) return null;
  return (
    <section class={styles.root} aria-labelledby="nog-te-beantwoorden">
      <h2 id="nog-te-beantwoorden" class={pageStyles.subtitle}>
        {markStrings.openQuestions.title(entries.length)}
      </h2>
      <ul class={styles.list} aria-labelledby="nog-te-beantwoorden">
        {entries.map(({ entry, summary }) => (
          <OpenQuestion
            key={`${entry.moduleId}/${entry.questionId}`}
            entry={entry}
            summary={summary}
          />
        ))}
      </ul>
    </section>
  );
}

interface OpenQuestionProps {
  entry: DeferredQuestion;
  summary: ModuleSummary;
}

function OpenQuestion({ entry: { routeId, questionId }, summary }: OpenQuestionProps) {
  const { content, notebook, tools } = useApp();
  const load = content.module(routeId, summary.id).value;
  const own = load.kind === 'ready' ? load.module : undefined;
  const isOfEpisode = own?.questions.find(({ id }) => id === questionId)?.on === 'episode';
  // With a recording on the device the question has a second in it.
  const episode = isOfEpisode
    ? content.episodes.value.get(audioKey(routeId, episodeId(summary.id)))
    : undefined;
  const episodeLoad = episode && content.module(routeId, episode.id).value;
  const module = episodeLoad?.kind === 'ready' ? episodeLoad.module : own;
  const question = module?.questions.find(({ id }) => id === questionId);
  const sound = episode ?? summary;
  const id = `later-${summary.id}-${questionId}`;
  return (
    <li class={styles.item}>
      <p class={styles.place}>{summary.title}</p>
      {module && question ? (
        <>
          <p id={id} class={styles.text}>
            {question.text}
          </p>
          <div class={styles.actions}>
            <button
              type="button"
              class={styles.answer}
              aria-describedby={id}
              onClick={() => {
                tools.value?.preview.stop();
                notebook.open(routeId, module, question);
              }}
            >
              {questionStrings.answer}
            </button>
            {question.times && sound.audio ? (
              <FragmentButton
                id={id}
                label={markStrings.openQuestions.listen}
                describedBy={id}
                summary={sound}
                range={fragmentBefore(question.times)}
              />
            ) : null}
          </div>
        </>
      ) : (
        <p class={styles.text}>{markStrings.openQuestions.state[load.kind]}</p>
      )}
    </li>
  );
}
