/** The words of plans: making one, reading it back and coming back to it. */
export const planStrings = {
  als: 'Als',
  dan: 'dan',
  hint: 'Schrijf één moment en één kleine actie.',
  obstacle: 'Wat kan je tegenhouden? (hoeft niet)',
  obstacleIs: 'Wat kan tegenhouden:',
  readBack: {
    title: 'Lees je plan één keer terug, liefst hardop',
    done: 'Ik heb het teruggelezen',
    isDone: 'Teruggelezen',
  },
  returnOn: 'Kijk terug op',
  returnHint:
    'Die dag staat je plan op de routepagina, en drie weken later nog een keer. De app stuurt geen melding.',
  noReturn: 'Zonder dag komt de app er niet op terug.',
  toCalendar: 'Zet de dag in je agenda',
  calendarHint: 'In je agenda komt alleen de dag, niet wat je schreef.',
  calendarSaved: 'Het agendabestand is gemaakt. Open het om de dag in je agenda te zetten.',
  calendarFailed: 'Het agendabestand kon niet worden gemaakt.',
  calendarTitle: 'Terugkijken op je voornemen',
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
      niet: 'Wat zat ertussen? (hoeft niet)',
    },
    later: 'Later',
    done: 'Klaar',
    again: (day: string) => `Op ${day} vraagt de app het nog één keer.`,
    noMore: 'Dit was de laatste keer dat de app ernaar vraagt.',
  },
  lookedBack: (day: string, outcome: string) => `${day}: ${outcome}`,
} as const;
