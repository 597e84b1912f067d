/**
 * The text with the sentence that is spoken now. Each sentence is a link to its second; the whole
 * text is one tab stop (arrow keys move on), with a link past it.
 */
import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { Block, LearningModule } from '../../model/learning-module.ts';
import type { TextLine } from '../../model/text-search.ts';
import { chapterSentences, plainText, timedSentences } from '../../model/timeline.ts';
import { type TextSearch, TextSearchModel } from '../../state/reading/text-search.ts';
import { useApp } from '../frame/app-context.ts';
import { QuestionCard } from '../question/question-card.tsx';
import { readStrings } from '../strings/read.ts';
import { ChapterText } from './chapter-text.tsx';
import { type FollowSpoken, useFollowSpoken } from './follow-spoken.ts';
import { headingId } from './heading-id.ts';
import { useSpokenMark } from './mark-spoken.ts';
import { moveInText } from './move-in-text.ts';
import styles from './read-along.module.css';
import { ReadingHead } from './reading-head.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { SentenceLine } from './sentence-line.tsx';

/** The id of the text of an episode, beside that of its module. */
export const EPISODE_TEXT = 'tekst-van-de-aflevering';

interface ReadAlongProps {
  routeId: string;
  module: LearningModule;
  /** The sound that says it. @defaultValue that of the module */
  soundId?: string;
  label?: string;
}

export function ReadAlong({
  routeId,
  module,
  soundId = module.id,
  label = readStrings.label,
}: ReadAlongProps) {
  const { playback } = useApp();
  const root = useRef<HTMLElement>(null);
  const endId = soundId === module.id ? 'na-de-tekst' : 'na-de-aflevering';
  const focusable = useSignal(timedSentences(module)[0]?.id);
  const here = useComputed(
    () =>
      playback.loaded.value?.routeId === routeId && playback.loaded.value.summary.id === soundId,
  );
  const isHere = here.value;
  const spoken = useComputed(() => (here.value ? playback.sentenceId.value : undefined));

  const search = useMemo(() => new TextSearchModel(linesOf(module)), [module]);
  useSpokenMark(root, spoken);
  const follow = useFollowSpoken(root, spoken, playback.isPlaying);

  return (
    <section
      ref={root}
      id={soundId === module.id ? undefined : EPISODE_TEXT}
      class={styles.root}
      aria-label={label}
    >
      <ReadingHead
        routeId={routeId}
        soundId={soundId}
        label={label}
        isHere={isHere}
        search={search}
      />
      <a class={styles.skip} href={`#${endId}`}>
        {readStrings.skip}
      </a>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys come up from the sentence links inside. */}
      <div
        class={styles.text}
        lang={module.lang}
        onKeyDown={(event) => {
          focusable.value = moveInText(event, root.current) ?? focusable.value;
        }}
      >
        {module.chapters.map((chapter) => (
          <ChapterText
            key={chapter.id}
            chapter={chapter}
            search={search}
            render={(block, index) => (
              <TextBlock
                key={index}
                block={block}
                routeId={routeId}
                module={module}
                soundId={soundId}
                focusable={focusable.value}
                search={search}
              />
            )}
          />
        ))}
      </div>
      <div class={styles.bottom}>
        {isHere ? <SelectionBar root={root} /> : null}
        <ToNow spoken={spoken} follow={follow} />
      </div>
      <span id={endId} tabIndex={-1} />
    </section>
  );
}

function ToNow({
  spoken,
  follow,
}: {
  spoken: ReadonlySignal<string | undefined>;
  follow: FollowSpoken;
}) {
  const isShown = useComputed(() => spoken.value !== undefined && !follow.isFollowing.value);
  return isShown.value ? (
    <button type="button" class={styles.toNow} onClick={follow.toNow}>
      {readStrings.backToNow}
    </button>
  ) : null;
}

interface TextBlockProps {
  block: Block;
  routeId: string;
  module: LearningModule;
  soundId: string;
  focusable: string | undefined;
  search: TextSearch;
}

function TextBlock({ block, routeId, module, soundId, focusable, search }: TextBlockProps) {
  const { base } = useApp();
  const line = (sentence: Parameters<typeof SentenceLine>[0]['sentence']) => (
    <SentenceLine
      key={sentence.id}
      sentence={sentence}
      routeId={routeId}
      moduleId={module.id}
      soundId={soundId}
      isFocusable={sentence.id === focusable}
      matches={search.byLine.value.get(sentence.id)}
      currentMatch={search.current.value?.number}
    />
  );
  switch (block.kind) {
    case 'paragraph':
      return <p>{block.sentences.map(line)}</p>;
    case 'list': {
      const items = block.items.map((item) => <li key={item[0]?.id}>{item.map(line)}</li>);
      return block.ordered ? (
        <ol class={styles.list}>{items}</ol>
      ) : (
        <ul class={styles.list}>{items}</ul>
      );
    }
    case 'figure':
      return (
        <figure class={styles.figure}>
          <img
            src={`${base}${block.url}`}
            alt={block.alt}
            width={block.width}
            height={block.height}
            loading="lazy"
          />
          {block.caption === undefined ? null : <figcaption>{block.caption}</figcaption>}
        </figure>
      );
    case 'question': {
      const question = module.questions.find((candidate) => candidate.id === block.questionId);
      return question ? (
        <QuestionCard routeId={routeId} module={module} question={question} />
      ) : null;
    }
  }
}

/** What is searched through: what stands on the page as text, in reading order. */
function linesOf(module: LearningModule): TextLine[] {
  return module.chapters.flatMap((chapter) => [
    { id: headingId(chapter), text: chapter.title },
    ...chapterSentences(chapter).map((sentence) => ({
      id: sentence.id,
      text: plainText(sentence),
    })),
  ]);
}
