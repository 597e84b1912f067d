/** The words about putting the app on the home screen. */
export const installStrings = {
  title: 'Installeer de app',
  hint: 'Dan staat Luisterroute als app op je toestel. Je opent de app met het pictogram, ook zonder bereik.',
  installed: 'Je gebruikt Luisterroute als app.',
  other: 'In het menu van je browser staat misschien ‘Installeren’ of ‘Toevoegen aan startscherm’.',
  offer: 'Je eerste module is klaar. Wil je Luisterroute als app op je toestel?',
  offerSteps:
    'Je eerste module is klaar. Wil je Luisterroute als app op je iPhone of iPad? Bekijk hoe dat gaat.',
  showSteps: 'Bekijk de stappen',
  later: 'Nu niet',
  stepsLabel: 'Zo zet je Luisterroute op je beginscherm',
  steps: [
    'Tik in Safari op de deelknop: het vierkant met de pijl omhoog. Zie je die niet? Tik dan eerst op de drie puntjes en daarna op ‘Deel’.',
    'Veeg omhoog en kies ‘Zet op beginscherm’.',
    'Tik rechtsboven op ‘Voeg toe’.',
  ],
  /** An iPhone keeps the data of its browser and those of the app apart. */
  startsEmpty:
    'De app op je beginscherm begint leeg. Maak eerst een back-up bij Notities. Zet die daarna terug in de app.',
  sevenDays:
    'In Safari kan je iPhone of iPad je notities wissen als je hier zeven dagen niet komt. Voor de app op je beginscherm geldt die termijn niet.',
} as const;
