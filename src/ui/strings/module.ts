/** The words of a module’s page. */
export const moduleStrings = {
  position: (index: number, total: number) => `Module ${index} van ${total}`,
  synthetic: 'Computerstem · eigen tekst',
  recorded: 'Opname · eigen tekst',
  textOnly: 'Alleen tekst',
  playThis: 'Speel deze module',
  otherPlays: (title: string) => `Nu speelt: ${title}`,
  requires: (titles: string) => `Handig om eerst te horen: ${titles}`,
  sources: 'Bronnen',
  sourceOf: (year: number) => `bron uit ${year}`,
  complete: 'Markeer als afgerond',
  completed: 'Afgerond',
  nextModule: (title: string) => `Volgende module: ${title}`,
  inRoute: 'De route',
} as const;
