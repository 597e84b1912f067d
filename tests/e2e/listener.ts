/** A listener who was here before: some modules heard, questions answered and left for later, moments marked. */
import type { Page } from '@playwright/test';
import type { Catalog, ModuleSummary } from '../../src/model/learning-route.ts';
import type { Note } from '../../src/model/note.ts';
import { openPage } from './app-start.ts';
import { storeRecords } from './stored-data.ts';

const ROUTE_ID = 'twee-werelden';
/** A fixed day, so that pictures and texts of screens stay the same. */
export const TODAY = new Date('2026-03-12T10:30:00+01:00');
const NOW = TODAY.getTime();
const DAY = 86_400_000;

/** Leaves the page on the offline page, with everything stored. */
export async function becomeListener(page: Page): Promise<void> {
  const { routes } = await openWithStorage(page);
  const modules = new Map(routes[0]?.modules.map((summary) => [summary.id, summary]));
  await storeRecords(page, {
    progress: [
      heard(modules.get('even-niet-weten'), 1, NOW - 2 * DAY),
      heard(modules.get('bepaal-de-urgentie'), 1, NOW - DAY),
      heard(modules.get('neem-eigenaarschap'), 0.45, NOW - 3_600_000),
    ],
    ...notes(modules),
    settings: [
      {
        key: 'deferredQuestions',
        value: [
          {
            routeId: ROUTE_ID,
            moduleId: 'neem-eigenaarschap',
            questionId: 'zonder-eigenaar',
            deferredAt: NOW - 3_000_000,
          },
        ],
      },
    ],
  });
}

/** Writes so many answers that the list gets long. */
export async function becomeWriter(page: Page, count: number): Promise<void> {
  await openWithStorage(page);
  const many = Array.from({ length: count }, (_, index) =>
    written(
      `lang-${index}`,
      {
        moduleId: 'bepaal-de-urgentie',
        anchor: { questionId: `vraag-${index}`, sentence: 'Wat blijft er over als het rustig is?' },
      },
      `Notitie ${index + 1}. ${'We spreken af wie begint en wanneer we terugkijken. '.repeat(1 + (index % 4))}`,
      NOW - index * 3_600_000,
    ),
  );
  await storeRecords(page, {
    notes: many.map(({ note }) => note),
    revisions: many.map(({ revision }) => revision),
  });
}

/** Comes back after a week: a plan is due, answers were changed, one of them in two tabs, and a note was deleted. */
export async function becomeReturner(page: Page): Promise<void> {
  await openWithStorage(page);
  const answer = {
    moduleId: 'bepaal-de-urgentie',
    anchor: {
      questionId: 'half-jaar-rustig',
      sentence:
        'Wat viel in jouw werk als eerste stil, de laatste keer dat het een tijd rustig was?',
    },
  };
  const changed = written('eerst', answer, 'Eerlijk? Weinig.', NOW - 40 * DAY);
  const plan = written(
    'voornemen',
    {
      kind: 'plan',
      moduleId: 'wat-doe-je-morgen',
      anchor: { questionId: 'mijn-als-dan', sentence: 'Kies een moment en één kleine actie.' },
    },
    'Als er maandag een melding binnenkomt\ndan bel ik eerst het wijkteam',
    NOW - 8 * DAY,
    {
      als: 'er maandag een melding binnenkomt',
      dan: 'bel ik eerst het wijkteam',
      returnOn: '2026-03-11',
    },
  );
  const deleted = written(
    'weg',
    { kind: 'free', moduleId: 'even-niet-weten', anchor: {}, deletedAt: NOW - 3 * DAY },
    'Een losse gedachte.',
    NOW - 4 * DAY,
  );
  const parents = [changed.revision.id];
  await storeRecords(page, {
    notes: [changed.note, plan.note, deleted.note],
    revisions: [
      changed.revision,
      {
        ...changed.revision,
        id: 'een',
        parents,
        text: 'Een vaste belafspraak.',
        createdAt: NOW - DAY,
      },
      {
        ...changed.revision,
        id: 'twee',
        parents,
        text: 'Koffie met de wijkagent.',
        createdAt: NOW,
      },
      plan.revision,
      deleted.revision,
    ],
  });
}

/** Says of every module that it is finished. */
export async function finishAll(page: Page): Promise<void> {
  const { routes } = await openWithStorage(page);
  const progress = routes[0]?.modules.map((summary) => heard(summary, 1, NOW - DAY)) ?? [];
  await storeRecords(page, { progress });
}

/** The storage is opened at the first touch of a first visit. */
async function openWithStorage(page: Page): Promise<Catalog> {
  await openPage(page, '/offline/');
  await page.mouse.click(2, 2);
  await page.waitForFunction(() => localStorage.getItem('luisterroute-was-here') !== null);
  return page.evaluate(async () => (await fetch('/catalog.json')).json());
}

function heard(summary: ModuleSummary | undefined, share: number, at: number) {
  const duration = summary?.audio?.duration ?? 0;
  return {
    key: `${ROUTE_ID}/${summary?.id}`,
    position: share === 1 ? 0 : duration * share,
    duration,
    heard: [{ startTime: 0, endTime: duration * share }],
    ...(share === 1 ? { completed: { at, how: 'heard' } } : {}),
    audioHash: summary?.audio?.hash,
    lastPlayedAt: at,
    updatedAt: at,
  };
}

function notes(modules: ReadonlyMap<string, ModuleSummary>) {
  const list = [
    written(
      'antwoord-1',
      {
        moduleId: 'even-niet-weten',
        anchor: {
          questionId: 'jouw-vraag',
          sentence:
            'Wanneer had jij de laatste tijd met de andere wereld te maken? Wat weet je nog niet over het werk daar?',
        },
      },
      'Of onze aanpak in de wijk iets verandert. Ik vraag het donderdag in het overleg.',
      NOW - 2 * DAY,
    ),
    written(
      'antwoord-2',
      {
        moduleId: 'bepaal-de-urgentie',
        anchor: {
          questionId: 'half-jaar-rustig',
          sentence:
            'Wat viel in jouw werk als eerste stil, de laatste keer dat het een tijd rustig was?',
        },
      },
      'Eerlijk? Weinig. We bellen pas als er iets is.',
      NOW - DAY,
    ),
    written(
      'markering-1',
      {
        kind: 'mark',
        moduleId: 'bepaal-de-urgentie',
        anchor: {
          time: 75,
          sentence: 'Spreek af wat je blijft doen, ook als het rustig is.',
          audioHash: modules.get('bepaal-de-urgentie')?.audio?.hash ?? '',
        },
      },
      '',
      NOW - DAY,
    ),
    written(
      'voornemen-1',
      {
        kind: 'plan',
        moduleId: 'wat-doe-je-morgen',
        anchor: {
          questionId: 'mijn-als-dan',
          sentence: 'Kies een moment in je werk van morgen en één kleine actie.',
        },
      },
      'Als er maandag een melding binnenkomt, dan bel ik eerst de collega van het wijkteam.',
      NOW - 7_200_000,
      {
        als: 'er maandag een melding binnenkomt',
        dan: 'bel ik eerst de collega van het wijkteam',
      },
    ),
  ];
  return {
    notes: list.map(({ note }) => note),
    revisions: list.map(({ revision }) => revision),
  };
}

function written(
  id: string,
  note: Pick<Note, 'moduleId' | 'anchor'> & Partial<Note>,
  text: string,
  at: number,
  fields?: Record<string, string>,
) {
  return {
    note: { kind: 'answer', routeId: ROUTE_ID, createdAt: at, ...note, id },
    revision: {
      id: `${id}-versie`,
      noteId: id,
      parents: [],
      text,
      ...(fields === undefined ? {} : { fields }),
      createdAt: at,
    },
  };
}
