/** The words of finding: the search in notes and texts, and the choice of notes. */
export const findStrings = {
  search: 'Zoek in notities',
  searchHint: 'Zoek in notities en teksten',
  clear: 'Wis zoekwoorden',
  building: 'Zoeken wordt klaargezet…',
  failed: 'Zoeken lukt nu niet. Je notities zijn er nog.',
  retry: 'Probeer opnieuw',
  nothing: 'Niets gevonden. Probeer een ander woord, of het begin van een woord.',
  forgiving: 'Niets gevonden met precies deze letters. Dit lijkt erop.',
  missing: (count: number) =>
    count === 1
      ? 'De tekst van één module staat niet op je toestel. Daarin is niet gezocht.'
      : `De teksten van ${count} modules staan niet op je toestel. Daarin is niet gezocht.`,
  found: (notes: number, texts: number) =>
    `${notes === 1 ? '1 notitie' : `${notes} notities`} en ${texts === 1 ? '1 plek' : `${texts} plekken`} in de teksten`,
  inNotes: (count: number) => `In je notities (${count})`,
  inTexts: (count: number) => `In de teksten (${count})`,
  moreOf: (count: number) => `Meer: nog ${count}`,
  filters: 'Kies wat je ziet',
  all: 'Alles',
  groups: {
    answers: 'Antwoorden',
    marks: 'Markeringen',
    spoken: 'Ingesproken',
    free: 'Eigen notities',
    open: 'Nog te beantwoorden',
  },
  chip: (name: string, count: number) => `${name} ${count}`,
  module: 'Module',
  allModules: 'Alle modules',
  period: 'Wanneer',
  periods: {
    all: 'Altijd',
    today: 'Vandaag',
    week: 'Laatste 7 dagen',
    month: 'Laatste 30 dagen',
  },
  none: 'Geen notities bij deze keuze',
  showAll: 'Toon alles',
  plans: 'Mijn plannen',
  loading: 'Je notities worden opgehaald…',
  unread: 'Je notities zijn nu niet te lezen. De app heeft niets gewist. Laad de pagina opnieuw.',
  parts: {
    title: 'Module',
    question: 'Denkvraag',
    chapter: 'Hoofdstuk',
    figure: 'Afbeelding',
    episode: 'Aflevering',
  },
  short: {
    mark: (time: string) => `Gemarkeerd bij ${time}`,
    spoken: (length: string) => `Ingesproken · ${length}`,
  },
} as const;
