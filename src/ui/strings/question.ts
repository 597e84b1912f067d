/** The words of a question and its answer. */
export const questionStrings = {
  position: (index: number, total: number) => `Denkvraag ${index} van ${total}`,
  at: (time: string) => ` · ${time}`,
  answer: 'Beantwoord',
  see: 'Bekijk je antwoord',
  privacy: 'Schrijf geen namen of gegevens van inwoners. Collega’s: gebruik een rol.',
  saved: 'Bewaard op dit toestel',
  unsaved: 'Nog niet bewaard',
  failed:
    'Bewaren lukt nu niet. Je tekst staat nog op het scherm. Kopieer de tekst en probeer het opnieuw.',
  memory: 'Je browser bewaart nu niets. Kopieer je tekst voordat je dit venster sluit.',
  copy: 'Kopieer de tekst',
  copied: 'Gekopieerd',
  later: 'Later',
  goOn: 'Verder luisteren',
  close: 'Klaar',
  als: 'Als',
  dan: 'dan',
  planHint: 'Schrijf één moment en één kleine actie.',
  modelAnswer: 'Bekijk een voorbeeldantwoord',
  modelAnswerTitle: 'Voorbeeldantwoord',
  previous: 'Vorige antwoorden',
} as const;
