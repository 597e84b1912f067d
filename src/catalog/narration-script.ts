/** What is spoken of a module, in order, and the hash that tells whether a narration still fits. */
import type { Block, LearningModule, Sentence } from '../model/learning-module.ts';
import type { Utterance } from '../model/narration.ts';
import type { Sha256 } from '../model/units.ts';
import { hashText } from './content-hash.ts';
import { plainText } from './split-sentences.ts';

/** The parts of a module that are spoken. */
export type SpokenText = Pick<LearningModule, 'title' | 'chapters' | 'questions'>;

/**
 * Lists what is said, in order: the title, then per chapter its heading and its text. Figures, model
 * answers and questions of the episode are not spoken.
 *
 * @param openingIds - Questions with `at="start"`: they come right after the title, before the heading.
 */
export function narrationScript(
  module: SpokenText,
  openingIds: ReadonlySet<string> = new Set(),
): Utterance[] {
  const questions = new Map(
    module.questions.filter(({ on }) => on === 'module').map((question) => [question.id, question]),
  );
  const speakQuestion = (id: string): Utterance[] => {
    const question = questions.get(id);
    return question ? [{ kind: 'question', questionId: id, text: question.text }] : [];
  };
  const speakBlock = (block: Block): Utterance[] => {
    switch (block.kind) {
      case 'paragraph':
        return speakSentences(block.sentences);
      case 'list':
        return speakSentences(block.items.flat());
      case 'question':
        return openingIds.has(block.questionId) ? [] : speakQuestion(block.questionId);
      case 'figure':
        return [];
    }
  };
  return [
    { kind: 'title', text: module.title },
    ...[...openingIds].flatMap(speakQuestion),
    ...module.chapters.flatMap((chapter): Utterance[] => [
      { kind: 'heading', chapterId: chapter.id, text: chapter.title },
      ...chapter.blocks.flatMap(speakBlock),
    ]),
  ];
}

/** The hash that a narration carries: over each utterance's kind, id, text and pause, in order. */
export async function textHash(utterances: readonly Utterance[]): Promise<Sha256> {
  return hashText(JSON.stringify(utterances.map(utteranceFields)));
}

function speakSentences(sentences: readonly Sentence[]): Utterance[] {
  return sentences.map((sentence, index) => ({
    kind: 'sentence',
    sentenceId: sentence.id,
    text: plainText(sentence.content),
    endsParagraph: index === sentences.length - 1,
  }));
}

/** A list and not an object, so that the order of keys cannot change the hash. */
function utteranceFields(utterance: Utterance): (string | boolean)[] {
  switch (utterance.kind) {
    case 'title':
      return ['title', utterance.text];
    case 'heading':
      return ['heading', utterance.chapterId, utterance.text];
    case 'sentence':
      return ['sentence', utterance.sentenceId, utterance.text, utterance.endsParagraph];
    case 'question':
      return ['question', utterance.questionId, utterance.text];
  }
}
