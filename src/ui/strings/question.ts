/** The words of a question and its answer. */
export const questionStrings = {
  position: (index: number, total: number) => `Denkvraag ${index} van ${total}`,
  at: (time: string) => ` · ${time}`,
  in: (title: string) => ` · ${title}`,
  answer: 'Beantwoord',
  see: 'Bekijk je antwoord',
  privacy: 'Schrijf geen namen of gegevens van inwoners. Collega’s: gebruik een rol.',
  saved: 'Bewaard op dit toestel',
  unsaved: 'Nog niet bewaard',
  failed:
    'Bewaren lukt nu niet. Je tekst staat nog op het scherm. Kopieer de tekst en probeer het opnieuw.',
  full: 'Je toestel is vol. Je tekst staat nog op het scherm, maar is niet bewaard. Kopieer de tekst, of verwijder iets anders van je toestel.',
  gaveWay: (titles: string) =>
    `Je toestel was vol. Om je tekst te bewaren is deze download verwijderd: ${titles}.`,
  memory: 'Je browser bewaart nu niets. Kopieer je tekst voordat je dit venster sluit.',
  copy: 'Kopieer de tekst',
  copying: {
    copied: 'Gekopieerd',
    failed:
      'Kopiëren lukt niet: je browser staat het niet toe. Selecteer de tekst zelf en kopieer die.',
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
