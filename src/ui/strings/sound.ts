/** What is said of sound that is late or not as it should be. */
export const soundStrings = {
  buffering: 'Even wachten op geluid…',
  slow: 'Het geluid komt nog niet: de verbinding is traag of weg. Je plek is bewaard. Wacht even, of probeer het opnieuw.',
  retry: 'Probeer opnieuw',
  otherLength: (found: string, expected: string) =>
    `Deze audio duurt ${found} in plaats van ${expected}. De tekst loopt misschien niet gelijk. Je plek is bewaard. Luister verder, of lees de tekst.`,
  oddLink:
    'De link wijst naar een plek die er niet is. Je eigen plek is bewaard: daar ga je verder. Met de balk of de hoofdstukken kies je een andere.',
  oddPlace:
    'De bewaarde plek in deze module klopt niet. Je begint vooraan. Je notities zijn bewaard. Met de balk of de hoofdstukken ga je naar je plek.',
  oddRate: (rate: string) =>
    `De bewaarde snelheid klopt niet. Je luistert op ${rate}×. Je plek is bewaard. Bij Snelheid kies je een andere.`,
} as const;
