/** The words of taking notes out, bringing them back, and wiping everything. */
import type { RestoreProblem } from '../../state/notebook/bring-back.ts';
import type { ExportKind } from '../../state/notebook/take-out.ts';

export const backupStrings = {
  export: {
    open: 'Exporteren',
    title: 'Je notities meenemen',
    intro: 'De app verstuurt niets uit zichzelf. Jij kiest waar het bestand komt.',
    backup: 'Maak een back-up',
    backupHint:
      'Eén zip-bestand met je notities en al hun versies, wat je insprak, je plannen, je plek in de route en je instellingen. Je kunt het later terugzetten.',
    text: 'Om te lezen of te delen',
    markdown: 'Als tekst (Markdown)',
    copyAll: 'Kopieer alles',
    print: 'Werkboek afdrukken of als pdf',
    annotations: 'Voor andere programma’s (Web Annotation)',
    team: 'Voor je team',
    teamHint: 'Het gespreksblad heeft alleen de vragen van de route. Er staat niets van jou in.',
    printConversation: 'Gespreksblad afdrukken of als pdf',
    conversation: 'Gespreksblad als tekst',
    busy: 'Bezig…',
    failed: 'Dat lukt nu niet. Er is niets veranderd. Probeer het opnieuw.',
    copied: 'Alles is gekopieerd.',
    isMade: {
      backup: 'Je back-up is gemaakt en nagekeken',
      markdown: 'Je notities staan in een tekstbestand',
      annotations: 'Je notities staan in een bestand voor andere programma’s',
      conversation: 'Het gespreksblad staat in een tekstbestand',
      damaged: 'Wat niet te lezen is, staat in een bestand',
    } satisfies Record<ExportKind, string>,
    given: (isMade: string, name: string, size: string) => `${isMade}: ${name} (${size}).`,
    ready: (name: string, size: string) => `Klaar: ${name} (${size}). Waar wil je het hebben?`,
    share: 'Deel of bewaar',
    download: 'Download',
    again: 'Download nog eens',
    close: 'Sluit',
  },
  move: {
    title: 'Naar een ander toestel',
    steps: [
      'Maak hier een back-up, en stuur het bestand naar jezelf of zet het in je eigen map.',
      'Open Luisterroute op het andere toestel. Kies op de pagina Notities ‘Back-up terugzetten’ en dan het bestand.',
      'Kijk of alles er staat: je notities en je plek in de route gaan mee. Wat je insprak ook. Downloads en een zelf toegevoegde aflevering niet: zet die daar opnieuw op het toestel.',
    ],
  },
  restore: {
    open: 'Back-up terugzetten',
    title: 'Back-up terugzetten',
    intro:
      'Kies een back-up van Luisterroute. Je ziet eerst wat erin zit. Je notities worden niet overschreven of gewist.',
    choose: 'Kies een bestand',
    checking: 'Het bestand wordt nagekeken…',
    from: (when: string) => `Back-up van ${when}. Alles erin klopt.`,
    kinds: {
      notes: 'Notities',
      voices: 'Ingesproken',
      progress: 'Plekken in de route',
      settings: 'Instellingen',
      damaged: 'Niet te lezen',
    },
    kind: 'Wat',
    added: 'Nieuw',
    same: 'Hetzelfde',
    differs: 'Anders',
    differsHint: 'Van een notitie blijven alle versies staan. Bij instellingen telt de nieuwste.',
    nothing: 'Alles uit deze back-up staat hier al.',
    safety:
      'Vooraf maken we een kopie van wat hier nu staat. Die vind je 30 dagen in Instellingen.',
    go: 'Zet terug',
    cancel: 'Annuleer',
    other: 'Kies een ander bestand',
    restoring: 'Even wachten: alles wordt teruggezet…',
    done: (notes: number) =>
      notes === 1
        ? 'Teruggezet. Er kwam 1 notitie bij.'
        : `Teruggezet. Er kwamen ${notes} notities bij.`,
    refused: {
      'not-zip': 'Dit bestand is geen back-up. Een back-up van Luisterroute eindigt op .zip.',
      'not-ours': 'Dit bestand is niet door Luisterroute gemaakt.',
      'cut-short':
        'Dit bestand is niet compleet: het eind ontbreekt. Kopieer of download het opnieuw.',
      newer:
        'Deze back-up is gemaakt met een nieuwere versie van Luisterroute. Sluit alle tabbladen van Luisterroute, open de app opnieuw en probeer het dan nog eens.',
      damaged: 'Dit bestand is beschadigd. Kopieer of download het opnieuw.',
      'too-large': 'Dit bestand is groter dan een back-up van Luisterroute kan zijn.',
      'too-deep': 'Dit bestand zit anders in elkaar dan een back-up van Luisterroute.',
      'unpacks-larger': 'Dit bestand geeft een verkeerde grootte op. Dat is niet te vertrouwen.',
      'unsafe-key': 'In dit bestand staat een naam die de app in de war kan brengen.',
      'bad-record': 'In deze back-up staat een notitie of plek die niet klopt.',
      duplicate: 'In deze back-up staan twee notities met hetzelfde nummer.',
      'wrong-checksum':
        'Deze back-up is niet meer zoals die gemaakt is. Kopieer of download het bestand opnieuw, of kies een ander.',
      empty: 'Deze back-up is leeg.',
      'would-empty':
        'Deze back-up zou de meeste van je notities leegmaken. Kies een ander bestand. Wil je ze echt kwijt, verwijder ze dan op de pagina Notities.',
      storage:
        'Je toestel kan nu niet lezen of schrijven. Sluit andere tabbladen en probeer het opnieuw.',
      quota: 'Er is geen ruimte meer op je toestel. Verwijder een download en probeer het opnieuw.',
    } satisfies Record<RestoreProblem, string>,
    unchanged: 'Er is niets veranderd.',
    close: 'Klaar',
  },
  copies: {
    title: 'Veiligheidskopieën',
    hint: 'Gemaakt voordat je een back-up terugzette, of voordat een nieuwe versie van de app je gegevens aanpaste. Elke kopie blijft 30 dagen staan.',
    restore: 'Zet terug',
    restoreOf: (when: string) => `Zet de kopie van ${when} terug`,
    download: 'Download',
    downloadOf: (when: string) => `Download de kopie van ${when}`,
    failed: 'Deze kopie is niet te lezen. Er is niets veranderd.',
  },
  damaged: 'Exporteer wat niet te lezen is',
  share: {
    note: 'Deel deze notitie',
    copied: 'Gekopieerd',
    failed: 'Delen en kopiëren lukken nu niet.',
  },
  printout: {
    workbook: 'Werkboek',
    workbookLead: 'Vragen en eigen notities bij deze route.',
    conversation: 'Gespreksblad',
    conversationLead:
      'Vragen om samen te bespreken. Luister eerst ieder voor zich, kies dan per keer één of twee vragen.',
    when: 'Datum',
    who: 'Met',
    agreements: 'Wat nemen we mee?',
    heard: 'Gehoord',
    moment: (time: string) => `Moment ${time}`,
    ownNote: 'Eigen notitie',
    marked: 'Gemarkeerd, zonder woorden.',
    spoken: (length: string) => `Ingesproken, ${length}.`,
  },
  wipe: {
    title: 'Alles wissen',
    hint: 'Wist alles wat Luisterroute op dit toestel bewaart: notities, spraak, je plek, instellingen, downloads, toegevoegde opnamen en veiligheidskopieën. Je kunt dit niet terugdraaien.',
    open: 'Alles wissen',
    ask: 'Alles van Luisterroute wissen?',
    offline: 'Je hebt nu geen bereik. Na het wissen opent de app pas weer met bereik.',
    backup: 'Maak eerst een back-up',
    yes: 'Wis alles',
    no: 'Annuleer',
    busy: 'Bezig met wissen…',
    blocked:
      'Luisterroute staat nog open in een ander tabblad. Sluit dat tabblad; het wissen gaat dan vanzelf verder.',
    failed: 'Wissen lukt nu niet. Er is niets gewist. Probeer het opnieuw als je bereik hebt.',
  },
  erased: {
    title: 'Alles is gewist',
    titleOfRest: 'Niet alles is gewist',
    text: 'De app bewaart niets meer in deze browser. Dat is nagekeken. Bestanden die je zelf hebt geëxporteerd, staan er nog.',
    left: (names: string) =>
      `Niet alles kon worden gewist: ${names}. Wis de gegevens van deze website in je browser om ook dat weg te halen.`,
    again: 'Opnieuw beginnen',
  },
} as const;
