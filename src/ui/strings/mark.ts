/** The words of marked moments, of questions kept for later and of their fragments. */
export const markStrings = {
  mark: 'Markeer dit moment',
  short: 'Markeer',
  moved: 'De audio van deze module is vernieuwd. Dit is weer dezelfde zin.',
  lost: 'De audio van deze module is vernieuwd. We weten niet zeker waar dit moment nu is.',
  marked: (time: string) => `Gemarkeerd bij ${time}`,
  failed: 'Markeren lukt nu niet. Wat je eerder markeerde, is bewaard. Probeer het opnieuw.',
  gaveWay: (titles: string) =>
    `Je toestel was vol. Om je markering te bewaren is deze download verwijderd: ${titles}.`,
  listen: 'Speel fragment',
  openQuestions: {
    title: (count: number) => `Nog te beantwoorden (${count})`,
    listen: 'Speel de 20 seconden ervoor',
    state: {
      loading: 'Even laden…',
      failed: 'De tekst van deze vraag is nu niet op te halen. De vraag blijft op je lijst.',
      ready: 'Deze vraag staat niet meer in de module.',
    },
  },
  fragment: {
    stop: 'Stop fragment',
    at: (what: string, time: string) => `${what} bij ${time}`,
    failed:
      'Het fragment speelt nu niet. Je plek is bewaard. Probeer het opnieuw als je bereik hebt.',
  },
} as const;
