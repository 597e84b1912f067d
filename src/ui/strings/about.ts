/** The words of the page about the app. */
export const aboutStrings = {
  words: 'Woordenlijst',
  licenses: 'Licenties',
  licenseText:
    'De teksten en de audio van deze route vallen onder CC BY 4.0. De code van de app valt onder de EUPL 1.2.',
  voice: 'De stem',
  voiceText:
    'Een computerstem spreekt de eigen teksten uit. Daarom staat bij elke module ‘Computerstem’. Een opname van een mens kan die stem vervangen.',
  packages: 'In de app zitten ook deze onderdelen van anderen:',
  licensesInFull: 'Alle licenties, in het Engels',
} as const;
