/**
 * Every word of the interface stands in this folder, one file for each part of it: Dutch, je-form, B1.
 * Functions take values that are already formatted by `parts/format.ts`. This file has the words that are
 * needed at first sight; the others come with the screens that say them.
 */
export const strings = {
  appName: 'Luisterroute',
  loading: 'Even laden…',
  nav: {
    label: 'Hoofdmenu',
    route: 'Route',
    notes: 'Notities',
    offline: 'Offline',
    settings: 'Instellingen',
  },
  skipToContent: 'Naar de inhoud',
  route: {
    start: 'Begin met luisteren',
    resume: 'Verder luisteren',
    startWith: (title: string) => title,
    resumeWith: (title: string, left: string) => `${title} · nog ${left}`,
    playingNow: (title: string) => `${title} speelt nu`,
    progress: (done: number, total: number) => `${done} van ${total} afgerond`,
    left: (time: string) => `nog ${time}`,
    allDone: 'Alles gehoord',
    toPlan: (title: string) => `Naar je plan: ${title}`,
    session: 'Ik heb … minuten',
    toDevice: (size: string) => `Zet de route op je toestel (${size})`,
    onDevice: 'De route staat op je toestel',
    downloading: 'De route komt op je toestel',
    modules: 'Modules',
    find: 'Zoek',
    about: 'Over deze route',
    moreAbout: 'Bronnen, woordenlijst en licenties',
    contact: 'Klopt er iets niet?',
  },
  stop: {
    completed: 'afgerond',
    offline: 'offline',
    noAudio: 'alleen tekst',
  },
  player: {
    label: 'Speler',
    play: 'Afspelen',
    pause: 'Pauzeren',
    back: (step: string) => `${step} terug`,
    open: (title: string) => `Open de speler: ${title}`,
    left: (time: string) => `nog ${time}`,
    failed: 'Afspelen lukt nu niet. Je plek is bewaard.',
  },
  notFound: {
    title: 'Deze pagina bestaat niet',
    text: 'Het adres klopt niet, of de pagina is verplaatst. Je notities en je plek in de route zijn er nog.',
    back: 'Naar de route',
    withdrawn: (reason: string) =>
      `Deze module is teruggetrokken. ${reason} Je notities staan er nog.`,
  },
  failure: {
    offline: 'Geen bereik. Deze module staat nog niet op je toestel.',
    gone: 'Deze module staat niet meer op de website.',
    broken: 'Deze module kon niet worden gelezen.',
    safe: 'Je notities en je plek in de route zijn bewaard.',
    page: 'Geen bereik. Deze pagina staat nog niet op je toestel.',
    retry: 'Probeer opnieuw',
    codeOffline:
      'Een deel van de app ontbreekt op dit toestel. Probeer het opnieuw als je bereik hebt.',
    catalogOffline:
      'Geen bereik, en de route staat nog niet op je toestel. Probeer het opnieuw als je bereik hebt.',
  },
  notice: {
    'not-kept':
      'Je browser bewaart niets in dit venster. Luisteren kan, maar je plek en je antwoorden zijn weg als je het sluit.',
    blocked:
      'Luisterroute staat nog open in een ander tabblad met een oudere versie. Sluit dat tabblad. Tot dan wordt hier niets bewaard.',
    newer:
      'Op dit toestel is al een nieuwere versie van Luisterroute gebruikt. Sluit alle tabbladen van Luisterroute en open de app opnieuw. Tot die tijd wordt hier niets bewaard. Exporteren kan wel.',
    update: 'Er is een nieuwe versie.',
    applyUpdate: 'Nieuwe versie gebruiken',
    updateWaits: 'De nieuwe versie komt zodra er niets meer speelt en alles bewaard is.',
    codeMissing:
      'Een deel van de app ontbreekt. Wat je ziet, kun je lezen. Probeer het opnieuw als je bereik hebt.',
  },

  titles: {
    notes: 'Notities',
    offline: 'Offline',
    settings: 'Instellingen',
    about: 'Over Luisterroute',
    accessibility: 'Toegankelijkheid',
    privacy: 'Privacy',
  },
} as const;
