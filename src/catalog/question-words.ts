/** The words inside a question: what is asked, and for recall the model answer. */
import type { ContainerDirective } from 'mdast-util-directive';
import type { QuestionKind } from '../model/learning-module.ts';
import { isWellFormed, readOpeningAttributes } from './directive-form.ts';
import { readPlain } from './inline-content.ts';
import { placeOf } from './markdown-tree.ts';
import type { TextContext } from './text-context.ts';

/** What a question says; the text is empty when it says nothing. */
export interface QuestionWords {
  text: string;
  modelAnswer: string | undefined;
}

/** Reads what is asked, and the model answer of a recall question; reports what is absent or misplaced. */
export function readQuestionWords(
  node: ContainerDirective,
  kind: QuestionKind,
  context: TextContext,
): QuestionWords {
  const { sink } = context;
  const words: string[] = [];
  let modelAnswer: string | undefined;
  let hasAnswer = false;
  for (const child of node.children) {
    if (child.type === 'containerDirective' && child.name === 'answer') {
      if (kind !== 'recall' || hasAnswer) {
        const rule =
          kind === 'recall'
            ? 'er staat al een antwoord. Maak er één van'
            : `een vraag van de soort ${kind} heeft geen antwoord. Gebruik recall`;
        sink.report('misplaced-answer', placeOf(child), `answer: ${rule}`);
      } else if (isWellFormed(child, context)) {
        readOpeningAttributes(child, [], context);
        modelAnswer = child.children.flatMap((part) => readParagraphText(part, context)).join(' ');
      }
      hasAnswer = true;
    } else {
      words.push(...readParagraphText(child, context));
    }
  }
  const text = words.join(' ').trim();
  if (text === '') {
    sink.report(
      'question-without-text',
      placeOf(node),
      `${kind}: hier staat geen vraag. Schrijf die tussen de regels met dubbele punten`,
    );
  }
  if (kind === 'recall' && (!hasAnswer || modelAnswer === '')) {
    sink.report(
      'recall-without-answer',
      placeOf(node),
      'recall: hier staat geen antwoord. Zet er een blok :::answer in',
    );
  }
  return { text, modelAnswer: modelAnswer || undefined };
}

function readParagraphText(
  node: ContainerDirective['children'][number],
  { sink }: TextContext,
): string[] {
  if (node.type === 'paragraph' && !node.data?.directiveLabel) {
    return [readPlain(node.children, sink).trim()];
  }
  if (node.type === 'html') {
    sink.report(
      'raw-html',
      placeOf(node),
      'HTML kan hier niet, ook geen commentaar. Gebruik gewone zinnen',
    );
  } else {
    sink.report(
      'unsupported-markdown',
      placeOf(node),
      'In een vraag of antwoord kunnen alleen gewone zinnen staan. Haal de rest weg',
    );
  }
  return [];
}
