/** The words around a recording of the episode that somebody adds. */
export const recordingStrings = {
  heading: 'Je eigen opname',
  invite: 'Heb je de aflevering als bestand? Voeg het toe en luister hier, ook zonder bereik.',
  kinds: 'MP3, M4A of ander geluid, tot 500 MB.',
  drop: 'Of sleep het bestand hierheen.',
  dropHere: 'Laat los om de opname toe te voegen',
  stays: 'De opname blijft alleen op dit toestel. Die zit ook niet in je back-up.',
  add: 'Opname toevoegen',
  replace: 'Andere opname kiezen',
  phase: {
    checking: 'Het bestand wordt bekeken.',
    reading: 'Stap 1 van 2: bestand lezen.',
    copying: 'Stap 2 van 2: op je toestel zetten.',
  },
  progress: 'Opname toevoegen',
  done: (percent: string) => `Klaar: ${percent}`,
  cancel: 'Stop met toevoegen',
  facts: (parts: readonly string[]) => parts.join(' · '),
  chapters: (count: number) => (count === 1 ? '1 hoofdstuk' : `${count} hoofdstukken`),
  ready: 'De opname staat op je toestel.',
  play: 'Speel de aflevering',
  resume: (time: string) => `Speel de aflevering vanaf ${time}`,
  inPlayer: 'De aflevering staat in de speler.',
  notServed:
    'De app wordt nog klaargezet. Daarna kun je de opname afspelen. Duurt dat lang? Laad deze pagina dan opnieuw.',
  inexact: 'Als je springt, kom je soms een paar seconden verkeerd uit.',
  own: 'Terug naar de module',
  readAlong: 'Lees mee met de aflevering',
  nowPlays: 'De aflevering · je eigen opname',
  remove: 'Opname verwijderen',
  removeAsk:
    'De opname van dit toestel verwijderen? Je notities en wat je al hoorde, blijven bewaard.',
  removeYes: 'Verwijder de opname',
  removeNo: 'Behouden',
  transcript: {
    add: 'Transcript toevoegen',
    hint: 'Heb je de uitgeschreven tekst als VTT of SRT? Dan lees je mee.',
    replace: 'Ander transcript kiezen',
    remove: 'Transcript verwijderen',
    has: (name: string, count: string) => `Transcript: ${name}, ${count}`,
    lines: (count: number) => (count === 1 ? '1 regel' : `${count} regels`),
    added: (count: string) => `Het transcript is toegevoegd: ${count}.`,
    removed: 'Het transcript is verwijderd.',
    failed: 'Het transcript kon niet worden bewaard. Je opname en je notities staan er nog.',
    problems: (count: number) =>
      count === 1 ? 'Met 1 regel is iets mis:' : `Met ${count} regels is iets mis:`,
    problem: (line: number, message: string) => `Regel ${line}: ${message}`,
    more: (count: number) => `En nog ${count}.`,
    refused: {
      'too-large': 'Dit transcript is groter dan 5 MB en is niet toegevoegd.',
      'not-text':
        'De app kan de letters in dit bestand niet lezen. Er is niets toegevoegd. Sla het op als UTF-8, of kies een VTT- of SRT-bestand.',
      'no-lines': 'In dit bestand staat geen tekst met tijden. Kies een VTT- of SRT-bestand.',
    },
    label: 'Tekst van de aflevering',
  },
  /** What is said of a file that did not become a recording; the name of the file stands before it. */
  problem: {
    empty: 'Dit bestand is leeg. Er is niets bewaard.',
    'too-large': 'Dit bestand is groter dan 500 MB. Kies een kleiner bestand, zoals een MP3.',
    'not-audio': 'Dit is geen geluid. Kies een geluidsbestand, zoals een MP3 of M4A.',
    video: 'Dit is een video. Kies een bestand met alleen geluid, zoals een MP3 of M4A.',
    cut: 'Dit bestand is niet heel: het einde ontbreekt. Download of kopieer het opnieuw.',
    unplayable:
      'Je browser kan dit geluid niet afspelen. Zet het om naar MP3 en probeer het opnieuw.',
    endless:
      'Dit bestand zegt niet hoe lang het duurt. Zet het om naar MP3 en probeer het opnieuw.',
    unreadable:
      'Het bestand kon niet worden gelezen, of is intussen veranderd. Er is niets van bewaard. Kies het opnieuw.',
    quota:
      'Je toestel heeft te weinig ruimte voor deze opname. Er is niets van bewaard. Je notities staan er nog.',
    unavailable: 'Je browser kan hier geen bestanden bewaren. Luister op de website van de maker.',
    busy: 'Er wordt al een opname toegevoegd, misschien in een ander tabblad. Wacht tot die klaar is.',
    interrupted:
      'Deze opname was nog niet klaar toen de app werd gesloten. Wat er al stond, is opgeruimd. Voeg het bestand opnieuw toe.',
    lost: 'Van deze opname ontbreekt een deel op je toestel. Voeg het bestand opnieuw toe. Je notities staan er nog.',
  },
  noCode: 'Geen bereik. Toevoegen kan als je weer bereik hebt.',
  /** When the recording does not play; the others are as for any sound. */
  missing:
    'Een deel van je opname ontbreekt op dit toestel. Je plek is bewaard. Voeg het bestand opnieuw toe.',
} as const;
