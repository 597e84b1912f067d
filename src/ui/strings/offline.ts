/** The words of the offline page, and of what the app says about being offline elsewhere. */
export const offlineStrings = {
  intro: 'Download de route. Dan luister je ook zonder bereik.',
  texts: {
    missing: 'De teksten staan nog niet allemaal op je toestel.',
    noApp:
      'De teksten staan op je toestel, maar de app zelf nog niet. Zonder bereik gaat de app niet open.',
    ready: 'De app en alle teksten staan op je toestel. Audio download je hieronder.',
    whole: 'De app en alle teksten staan op je toestel.',
  },
  allSize: (size: string) => `Hele route downloaden (${size})`,
  pause: 'Pauzeer download',
  resume: 'Ga door met downloaden',
  cancelAll: 'Stop met downloaden',
  verify: 'Controleer nu',
  verifying: 'Bezig met controleren…',
  download: (title: string) => `Download ${title}`,
  remove: (title: string) => `Verwijder download ${title}`,
  stop: (title: string) => `Stop download ${title}`,
  ready: (done: number, total: number, size: string, moment: string) =>
    `Klaar voor onderweg: ${done} van ${total} modules, ${size}, gecontroleerd ${moment}`,
  checkedAt: (time: string) => `om ${time}`,
  partly: (done: number, total: number) => `${done} van ${total} modules staan op je toestel`,
  inAll: (done: string, total: string) => `${done} van ${total}`,
  left: (time: string) => `nog ongeveer ${time}`,
  state: {
    none: 'niet op je toestel',
    queued: 'wacht',
    downloading: (done: string, total: string) => `${done} van ${total}`,
    paused: (done: string, total: string) => `gepauzeerd bij ${done} van ${total}`,
    ready: (size: string) => `op je toestel · ${size}`,
  },
  failed: {
    network:
      'De verbinding viel weg. Wat binnen is, blijft staan. De app gaat door zodra je bereik hebt.',
    quota:
      'Je toestel heeft te weinig ruimte. Je notities staan er nog. Maak ruimte en probeer het opnieuw.',
    server:
      'De website geeft dit bestand nu niet. Wat binnen is, blijft staan. Probeer het later opnieuw.',
    changed:
      'Het bestand op de website is veranderd. Laad deze pagina opnieuw en download de module nog eens.',
    damaged:
      'Het bestand is beschadigd. Deze module telt niet als gedownload. Probeer het opnieuw als je bereik hebt.',
    partly:
      'Een stuk van dit bestand is beschadigd. De rest kun je nog beluisteren. De app haalt dat stuk opnieuw op als je bereik hebt.',
    unavailable: 'Je browser kan hier niets bewaren. Luisteren met bereik kan wel.',
  },
  needed: (size: string) => `Maak minstens ${size} vrij.`,
  held: 'Je gebruikt mobiele data of je toestel spaart data. Downloads wachten op wifi.',
  downloadAnyway: 'Toch downloaden',
  question: {
    metered: (size: string) => `${size} downloaden over mobiele data?`,
    meteredText:
      'Je gebruikt mobiele data, of je toestel spaart data. Downloaden kan geld kosten. Met wifi kan het later ook.',
    room: 'Dit past niet binnen je grens',
    roomText: (size: string, cap: string) =>
      `Deze download is ${size}. Je audio mag samen ${cap} innemen.`,
    removeFirst: 'Deze modules heb je afgerond. Ze kunnen weg om plaats te maken:',
    short: (size: string) =>
      `Dan is er nog ${size} te veel. Verhoog de grens hieronder, of verwijder zelf een download.`,
    keepsNotes: 'Je notities en je plek blijven staan.',
    no: 'Nu niet',
    removeAndDownload: 'Verwijder en download',
  },
  choice: {
    keepNext: {
      label: 'Altijd de volgende drie modules op mijn toestel',
      hint: 'De app haalt ze zelf op, alleen met wifi. Wil je ook mobiele data gebruiken? Zet dat hieronder aan.',
    },
    meteredDownloads: {
      label: 'Ook downloaden met mobiele data',
      hint: 'Uit: de app vraagt het eerst.',
    },
  },
  nextSize: (size: string) => `Nu is dat samen ${size}.`,
  nextTooLarge:
    'De volgende drie modules passen niet binnen je grens. Verhoog de grens of verwijder een download.',
  space: {
    title: 'Ruimte op je toestel',
    parts: {
      audio: 'Gedownloade audio',
      texts: 'Teksten',
      app: 'De app zelf',
      notes: 'Notities en je plek',
      recordings: 'Toegevoegde opnamen',
    },
    free: (size: string) => `Je browser zegt dat er nog ${size} vrij is.`,
    freeUnknown: 'Je browser zegt niet hoeveel ruimte er nog vrij is.',
    measuring: 'Bezig met meten…',
    cap: 'Grens voor gedownloade audio',
    finished: (count: number, size: string) =>
      count === 1
        ? `1 afgeronde module staat nog op je toestel (${size}).`
        : `${count} afgeronde modules staan nog op je toestel (${size}).`,
    removeFinished: 'Verwijder afgeronde downloads',
    removeAll: 'Verwijder alle downloads',
    removeAllAsk: 'Alle downloads verwijderen?',
    removed: 'De downloads zijn verwijderd. Je notities en je plek staan er nog.',
    notesSafe: 'Deze knoppen verwijderen alleen gedownloade audio. Je notities blijven staan.',
    yes: 'Verwijder',
  },
  loss: {
    title: 'Je browser heeft de opgeslagen gegevens verwijderd',
    everything:
      'Je notities, je plek in de route, je downloads en eigen opnames staan niet meer op dit toestel. Heb je een back-up? Zet die dan terug bij Notities. De modules kun je opnieuw downloaden. Een eigen opname voeg je opnieuw toe.',
    downloads:
      'Je downloads en eigen opnames staan niet meer op dit toestel. Je notities en je plek zijn er nog. Je kunt de modules opnieuw downloaden. Een eigen opname voeg je opnieuw toe.',
    toNotes: 'Naar Notities',
    toOffline: 'Opnieuw downloaden',
    dismiss: 'Begrepen',
  },
  damage: {
    mending: (parts: string) =>
      `Deze download is beschadigd ${parts}. De app haalt dat stuk opnieuw op.`,
    mended: (parts: string) => `Het beschadigde stuk ${parts} is opnieuw opgehaald.`,
    skipped: (parts: string) =>
      `Deze download is beschadigd ${parts}. Dat stuk slaan we over. De app haalt het opnieuw op als je bereik hebt.`,
    played: (parts: string) =>
      `Deze download is beschadigd ${parts}. Je kunt daar iets horen haperen. De app haalt dat stuk opnieuw op als je bereik hebt.`,
    span: (from: string, to: string) => `van ${from} tot ${to}`,
  },
  carriedUnsure:
    'Deze module is opnieuw opgenomen. We konden je plek niet precies terugvinden. Kijk of het klopt.',
} as const;
