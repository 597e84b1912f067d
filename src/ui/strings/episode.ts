/** The words around the podcast episode of a module. */
export const episodeStrings = {
  heading: 'De aflevering',
  facts: (publisher: string, year: number) => `Podcast van ${publisher}, ${year}`,
  people: (names: string) => `Met ${names}.`,
  where:
    'De opname is niet van ons en zit daarom niet in deze app. Je kunt luisteren op de website van de maker.',
  link: 'Naar de pagina van de aflevering',
  opens: 'opent de website van de maker',
  heard: 'Ik heb de aflevering geluisterd',
  heardDone: 'Je hebt de aflevering geluisterd',
  questions: 'Vragen voor tijdens het luisteren',
  moment: {
    start: 'aan het begin',
    end: 'na afloop',
    half: 'ongeveer halverwege',
    fraction: (percent: string) => `ongeveer op ${percent}`,
    time: (time: string) => `bij ${time}`,
  },
} as const;
