/** A question as an author writes it: `:::reflect`, `:::recall` with its answer, or `:::plan`. */
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { EpisodeMoment, Question, QuestionKind } from '../model/learning-module.ts';
import type { Attributes } from './attributes.ts';
import { suggestWord } from './closest-word.ts';
import { questionVersion } from './content-hash.ts';
import type { Place } from './content-problem.ts';
import { isWellFormed, readOpeningAttributes } from './directive-form.ts';
import { idRule, isId } from './file-name.ts';
import { placeOf } from './markdown-tree.ts';
import { readMoment } from './moment.ts';
import { readQuestionWords } from './question-words.ts';
import type { TextContext } from './text-context.ts';

const QUESTION_KINDS: readonly QuestionKind[] = ['reflect', 'recall', 'plan'];
const PLACES_OF_QUESTIONS = ['module', 'episode'] as const;

/** A question with what only the checker needs: where it stands, and when its author wants it. */
export interface AuthoredQuestion {
  question: Question;
  place: Place;
  /** Where its id stands. */
  idPlace: Place;
  /** Where `at` stands; the directive's own place without it. */
  momentPlace: Place;
  /** `undefined`: where it stands in the text. */
  moment: EpisodeMoment | undefined;
}

/** Reads a directive; `undefined` for one that is no good question, which was reported. */
export async function readQuestion(
  node: ContainerDirective | LeafDirective,
  context: TextContext,
): Promise<AuthoredQuestion | undefined> {
  const { sink } = context;
  const place = placeOf(node);
  if (node.name === 'answer') {
    sink.report(
      'misplaced-answer',
      place,
      'answer: een antwoord hoort binnen een vraag van de soort recall. Zet het daarin',
    );
    return undefined;
  }
  const kind = QUESTION_KINDS.find((candidate) => candidate === node.name);
  if (!kind) {
    sink.report(
      'unknown-directive',
      place,
      `${node.name}: dit soort blok bestaat niet. ${suggestWord(node.name, QUESTION_KINDS)}`,
    );
    return undefined;
  }
  if (!isWellFormed(node, context)) return undefined;
  const attributes = readOpeningAttributes(node, ['at', 'on'], context);
  const id = readQuestionId(attributes, kind, place, context);
  const on = readOn(attributes, context);
  const { text, modelAnswer } = readQuestionWords(node, kind, context);
  const at = attributes.values.get('at');
  const moment = at && readMoment(at, sink);
  if (on) checkMoment(moment, at?.place ?? place, at !== undefined, on, context);
  if (id === undefined || on === undefined || text === '') return undefined;
  return {
    question: {
      id,
      kind,
      version: await questionVersion(text),
      text,
      ...(modelAnswer ? { modelAnswer } : {}),
      on,
      ...(on === 'episode' && moment ? { moment } : {}),
    },
    place,
    idPlace: attributes.id?.place ?? place,
    momentPlace: at?.place ?? place,
    moment,
  };
}

function readQuestionId(
  { id }: Attributes,
  kind: QuestionKind,
  place: Place,
  { sink }: TextContext,
): string | undefined {
  if (!id || id.value === '') {
    sink.report(
      'directive-without-id',
      place,
      `${kind}: deze vraag heeft geen id. Schrijf bijvoorbeeld :::${kind}{#mijn-vraag}`,
    );
    return undefined;
  }
  if (isId(id.value)) return id.value;
  sink.report('malformed-id', id.place, idRule(id.value));
  return undefined;
}

function readOn({ values }: Attributes, { sink }: TextContext): Question['on'] | undefined {
  const on = values.get('on');
  if (!on) return 'module';
  const known = PLACES_OF_QUESTIONS.find((candidate) => candidate === on.value);
  if (known) return known;
  sink.report(
    'wrong-value',
    on.place,
    `on: “${on.value}” kan hier niet. ${suggestWord(on.value, PLACES_OF_QUESTIONS)}`,
  );
  return undefined;
}

function checkMoment(
  moment: EpisodeMoment | undefined,
  place: Place,
  isGiven: boolean,
  on: Question['on'],
  { sink, settings }: TextContext,
): void {
  if (on === 'episode') {
    if (settings.hasEpisode === false) {
      sink.report(
        'episode-missing',
        place,
        'on: deze module heeft geen episode. Zet die bovenaan in het bestand of haal on weg',
      );
    }
    if (!isGiven) {
      sink.report(
        'moment-missing',
        place,
        'at: zeg wanneer deze vraag komt, bijvoorbeeld at="50%"',
      );
    }
    return;
  }
  const isTimed = moment?.kind === 'time' || moment?.kind === 'fraction';
  if (isTimed && settings.audioKind === 'narration') {
    sink.report(
      'moment-on-narration',
      place,
      'at: deze tekst wordt voorgelezen door de computer. Gebruik start of end, of zet de vraag op zijn plek in de tekst',
    );
  }
}
