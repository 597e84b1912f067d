/** The addresses of the app, written out by hand, and what the build says of them. */
import type { LearningModule, QuestionTimes } from '../../src/model/learning-module.ts';
import type { Catalog, LearningRoute } from '../../src/model/learning-route.ts';
import { timedSentences } from '../../src/model/timeline.ts';
import type { Site } from './fixtures.ts';

/** Stands first in every address of the route. */
export const ROUTE = '/twee-werelden/';

/** In the order of the route. */
export const MODULE_IDS = [
  'even-niet-weten',
  'bepaal-de-urgentie',
  'neem-eigenaarschap',
  'overbrug-taal',
  'visie-en-regie',
  'wie-doet-wat',
  'wat-als-ik-het-mis-heb',
  'wat-doe-je-morgen',
] as const;

export type ModuleId = (typeof MODULE_IDS)[number];

/** The titles that the issue gives the modules. */
export const TITLES: Readonly<Record<ModuleId, string>> = {
  'even-niet-weten': 'Het is oké om het even niet te weten',
  'bepaal-de-urgentie': 'Bepaal de urgentie',
  'neem-eigenaarschap': 'Neem eigenaarschap',
  'overbrug-taal': 'Overbrug taal en perspectief',
  'visie-en-regie': 'Streef naar visie en regie',
  'wie-doet-wat': 'Wie doet wat in preventie?',
  'wat-als-ik-het-mis-heb': 'Wat als ik het mis heb?',
  'wat-doe-je-morgen': 'Wat doe je morgen anders?',
};

/** The address of a module's page. */
export function moduleAddress(id: ModuleId): string {
  return `${ROUTE}${id}/`;
}

/** Reads the route that the site under test holds. */
export async function loadRoute(site: Site): Promise<LearningRoute> {
  const response = await fetch(`${site.url}catalog.json`);
  const { routes }: Catalog = await response.json();
  const [route] = routes;
  if (!route) throw new Error('the catalog holds no route');
  return route;
}

/** Reads one module as it is published. */
export async function loadModule(site: Site, id: ModuleId): Promise<LearningModule> {
  const route = await loadRoute(site);
  const summary = route.modules.find((module) => module.id === id);
  const response = await fetch(`${site.url}${summary?.contentUrl}`);
  return response.json();
}

/** When a question is spoken in the sound of its module. */
export async function loadQuestionTimes(
  site: Site,
  id: ModuleId,
  questionId: string,
): Promise<QuestionTimes> {
  const { questions } = await loadModule(site, id);
  const times = questions.find((question) => question.id === questionId)?.times;
  if (!times) throw new Error(`the question ${questionId} has no times`);
  return times;
}

/** The words of a module's sentences with their times. */
export async function loadSentences(
  site: Site,
  id: ModuleId,
): Promise<{ id: string; text: string; startTime: number; endTime: number }[]> {
  const sentences = timedSentences(await loadModule(site, id));
  return sentences.map(({ id: sentenceId, content, startTime, endTime }) => ({
    id: sentenceId,
    text: content.map((part) => part.text).join(''),
    startTime: startTime ?? 0,
    endTime: endTime ?? 0,
  }));
}
