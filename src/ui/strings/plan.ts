/** The words of plans: making one, reading it back and coming back to it. */
export const planStrings = {
  als: 'Als',
  dan: 'dan',
  hint: 'Schrijf één moment en één kleine actie.',
  obstacle: 'Wat kan je tegenhouden? (hoeft niet)',
  obstacleIs: 'Wat je kan tegenhouden:',
  readBack: {
    title: 'Lees je plan één keer terug, liefst hardop',
    done: 'Ik heb het teruggelezen',
    isDone: 'Teruggelezen',
  },
  returnOn: 'Kijk terug op',
  returnHint:
    'Vanaf die dag staat je plan op de routepagina, tot je terugkijkt. Drie weken daarna komt het nog één keer. De app stuurt geen melding.',
  noReturn: 'Zonder dag komt de app er niet op terug.',
  toCalendar: 'Zet de dag in je agenda',
  calendarHint:
    'In je agenda komen de dag en de namen van de route en de module, niet wat je schreef.',
  calendarSaved: 'Het agendabestand is gemaakt. Open het om de dag in je agenda te zetten.',
  calendarFailed:
    'Het agendabestand kon niet worden gemaakt. Je plan is niet veranderd. Probeer het opnieuw.',
  calendarTitle: 'Terugkijken op je plan',
  calendarText: (route: string, module: string) =>
    `Open Luisterroute en kijk terug op wat je van plan was.\n${route}; ${module}`,
  calendarFile: (day: string) => `terugkijken-${day}.ics`,
  revise: 'Pas je plan aan',
  returnsOn: (day: string) => `Terugblik op ${day}`,
  isDue: 'Het is tijd om terug te kijken',
  due: {
    title: 'Hoe ging het met je plan?',
    from: (day: string) => `Je schreef dit op ${day}.`,
    ask: 'Wat kwam ervan?',
    outcome: { gedaan: 'Gedaan', deels: 'Deels', niet: 'Niet' },
    why: {
      gedaan: 'Wat hielp je? (hoeft niet)',
      deels: 'Wat lukte wel, en wat niet? (hoeft niet)',
      niet: 'Wat kwam ertussen? (hoeft niet)',
    },
    later: 'Later',
    done: 'Klaar',
    again: (day: string) => `Op ${day} vraagt de app het nog één keer.`,
    noMore: 'Dit was de laatste keer dat de app ernaar vraagt.',
  },
  lookedBack: (day: string, outcome: string) => `${day}: ${outcome}`,
} as const;
