/** The words of searching in the text of a module. */
export const searchStrings = {
  label: 'Zoek in tekst',
  place: (place: number, total: number) => `${place} van ${total}`,
  nothing: 'Niet gevonden in deze tekst',
  next: 'Volgende vindplaats',
  previous: 'Vorige vindplaats',
  close: 'Sluit zoeken',
  play: 'Speel vanaf hier',
} as const;
