/** The words of a question and its answer. */
export const questionStrings = {
  position: (index: number, total: number) => `Denkvraag ${index} van ${total}`,
  at: (time: string) => ` · ${time}`,
  in: (title: string) => ` · ${title}`,
  answer: 'Beantwoord',
  see: 'Bekijk je antwoord',
  privacy: "Schrijf geen namen of gegevens van inwoners. Collega's: gebruik een rol.",
  saved: 'Bewaard op dit toestel',
  unsaved: 'Nog niet bewaard',
  failed:
    'Bewaren lukt nu niet. Je tekst staat nog op het scherm en de app blijft het proberen. Kopieer de tekst of bewaar die als bestand.',
  full: 'Je toestel is vol. Je tekst staat nog op het scherm, maar is niet bewaard. Kopieer de tekst, bewaar die als bestand, of verwijder iets anders van je toestel.',
  gaveWay: (titles: string) =>
    `Je toestel was vol. Om je tekst te bewaren is deze download verwijderd: ${titles}.`,
  memory:
    'Wat je hier schrijft, wordt niet bewaard. Kopieer je tekst of bewaar die als bestand voordat je dit venster sluit.',
  notKept: 'Wat je hier schrijft, wordt niet bewaard.',
  copy: 'Kopieer de tekst',
  saveFile: 'Bewaar als bestand',
  taking: {
    copied: 'Gekopieerd',
    'copy-failed':
      'Kopiëren lukt niet: je browser staat het niet toe. Selecteer de tekst zelf en kopieer die.',
    saved: 'Je tekst staat in een bestand.',
    'save-failed': 'Een bestand maken lukt nu niet. Kopieer de tekst.',
  },
  later: 'Later',
  goOn: 'Verder luisteren',
  again: 'Antwoord opnieuw',
  againHint: 'Je vorige antwoord blijft bewaard.',
  recall: {
    first: 'Antwoord eerst zelf. Daarna kun je vergelijken met een voorbeeldantwoord.',
    compare: 'Vergelijk met een voorbeeldantwoord',
    skip: 'Ik weet het niet meer',
    own: 'Jouw antwoord',
    model: 'Voorbeeldantwoord',
    none: 'Nog niets',
    listen: 'Speel de passage nog eens',
  },
  previous: 'Vorige antwoorden',
  sideBySide: 'Vorige antwoorden naast elkaar',
  now: 'Nu',
  versions: {
    title: 'Er zijn meer versies van deze tekst',
    hint: 'Alle versies zijn bewaard. Kies er één, of voeg ze samen.',
    version: (letter: string) => `Versie ${letter}`,
    choose: (letter: string) => `Kies versie ${letter}`,
    join: 'Voeg samen',
    changed: 'Er kwam net nog een versie bij. Kijk eerst naar alle versies.',
    failed: 'Samenvoegen lukt nu niet. Alle versies zijn bewaard.',
  },
} as const;
