/** The words of the pages that come after the route page; the rules of `strings.ts` hold. */
export const laterStrings = {
  module: {
    position: (index: number, total: number) => `Module ${index} van ${total}`,
    synthetic: 'Computerstem · eigen tekst',
    recorded: 'Opname · eigen tekst',
    textOnly: 'Alleen tekst',
    backToRoute: 'Terug naar de route',
    playThis: 'Speel deze module',
    otherPlays: (title: string) => `Nu speelt: ${title}`,
    requires: (titles: string) => `Handig om eerst te horen: ${titles}`,
    sources: 'Bronnen',
    sourceOf: (year: number) => `bron uit ${year}`,
    complete: 'Markeer als afgerond',
    completed: 'Afgerond',
    nextModule: (title: string) => `Volgende module: ${title}`,
    inRoute: 'De route',
  },
  episode: {
    heading: 'De aflevering',
    facts: (publisher: string, year: number) => `Podcast van ${publisher}, ${year}`,
    people: (names: string) => `Met ${names}.`,
    where:
      'De opname is niet van ons en zit daarom niet in deze app. Luister op de website van de maker.',
    link: 'Naar de pagina van de aflevering',
    opens: 'opent de website van de maker',
    heard: 'Ik heb de aflevering geluisterd',
    heardDone: 'Je hebt de aflevering geluisterd',
    questions: 'Vragen voor tijdens het luisteren',
    moment: {
      start: 'aan het begin',
      end: 'na afloop',
      half: 'ongeveer halverwege',
      fraction: (percent: string) => `ongeveer op ${percent}`,
      time: (time: string) => `bij ${time}`,
    },
  },
  read: {
    label: 'Meelezen',
    skip: 'Sla de tekst over',
    textOf: 'Tekst',
    backToNow: 'Terug naar nu',
    more: 'Meer bij het lezen',
    repeatSentence: 'Herhaal deze zin',
    slowSentence: (rate: string) => `Langzamer: deze zin op ${rate}×`,
    copyWithTime: 'Kopieer met tijd',
    share: 'Deel dit moment',
    quote: (text: string, title: string, time: string, link: string) =>
      `“${text}”\n${title}, ${time}\n${link}`,
    sharing: {
      'link-copied': 'Link gekopieerd',
      'text-copied': 'Tekst met tijd gekopieerd',
      failed: 'Kopiëren lukt niet: je browser staat het niet toe.',
    },
    selection: 'Met je selectie',
    repeatSelection: 'Herhaal selectie',
    repeating: (from: string, to: string) => `Herhaalt ${from}–${to}`,
    stopRepeating: 'Stop herhalen',
  },
  search: {
    label: 'Zoek in tekst',
    place: (place: number, total: number) => `${place} van ${total}`,
    nothing: 'Niet gevonden in deze tekst',
    next: 'Volgende vindplaats',
    previous: 'Vorige vindplaats',
    close: 'Sluit zoeken',
    play: 'Speel vanaf hier',
  },
  question: {
    position: (index: number, total: number) => `Denkvraag ${index} van ${total}`,
    at: (time: string) => ` · ${time}`,
    answer: 'Beantwoord',
    see: 'Bekijk je antwoord',
    privacy: 'Schrijf geen namen of gegevens van inwoners. Collega’s: gebruik een rol.',
    saved: 'Bewaard op dit toestel',
    unsaved: 'Nog niet bewaard',
    failed:
      'Bewaren lukt nu niet. Je tekst staat nog op het scherm. Kopieer de tekst en probeer het opnieuw.',
    memory: 'Je browser bewaart nu niets. Kopieer je tekst voordat je dit venster sluit.',
    copy: 'Kopieer de tekst',
    copied: 'Gekopieerd',
    later: 'Later',
    goOn: 'Verder luisteren',
    close: 'Klaar',
    als: 'Als',
    dan: 'dan',
    planHint: 'Schrijf één moment en één kleine actie.',
    modelAnswer: 'Bekijk een voorbeeldantwoord',
    modelAnswerTitle: 'Voorbeeldantwoord',
    previous: 'Vorige antwoorden',
  },
  notes: {
    only: 'Je antwoorden staan alleen op dit toestel, in deze browser.',
    empty: 'Nog geen antwoorden',
    emptyHint: 'Bij elke module staan denkvragen. Wat je daar schrijft, vind je hier terug.',
    toRoute: 'Naar de route',
    openModule: 'Open de module',
    editedAt: (when: string) => when,
    plan: (als: string, dan: string) => `Als ${als}, dan ${dan}`,
    unknownModule: 'Module die niet meer in de route staat',
    setAside: (count: number) =>
      count === 1
        ? 'Eén notitie is niet te lezen. Die is apart gezet en niet gewist.'
        : `${count} notities zijn niet te lezen. Die zijn apart gezet en niet gewist.`,
  },
  offline: {
    intro: 'Download de route. Dan luister je ook zonder bereik.',
    textsReady: 'De app en alle teksten staan op je toestel. Audio download je hieronder.',
    textsMissing: 'De teksten staan nog niet allemaal op je toestel.',
    all: 'Hele route downloaden',
    allSize: (size: string) => `Hele route downloaden (${size})`,
    pause: 'Pauzeer download',
    resume: 'Ga door met downloaden',
    verify: 'Controleer nu',
    verifying: 'Bezig met controleren…',
    download: (title: string) => `Download ${title}`,
    remove: (title: string) => `Verwijder download ${title}`,
    stop: (title: string) => `Stop download ${title}`,
    ready: (done: number, total: number, size: string, time: string) =>
      `Klaar voor onderweg: ${done} van ${total} modules, ${size}, gecontroleerd om ${time}`,
    partly: (done: number, total: number) => `${done} van ${total} modules staan op je toestel`,
    state: {
      none: 'niet op je toestel',
      queued: 'wacht',
      downloading: (done: string, total: string) => `${done} van ${total}`,
      paused: (done: string, total: string) => `gepauzeerd bij ${done} van ${total}`,
      ready: (size: string) => `op je toestel · ${size}`,
    },
    failed: {
      network:
        'De verbinding viel weg. Wat binnen is, blijft staan. Probeer het opnieuw als je bereik hebt.',
      quota:
        'Je toestel heeft te weinig ruimte. Je notities staan er nog. Maak ruimte en probeer het opnieuw.',
      server:
        'De website geeft dit bestand nu niet. Wat binnen is, blijft staan. Probeer het later opnieuw.',
      changed:
        'Het bestand op de website is veranderd. Laad deze pagina opnieuw en download de module nog eens.',
      damaged: 'Het bestand kwam beschadigd aan en is niet bewaard. Probeer het opnieuw.',
      unavailable: 'Je browser kan hier niets bewaren. Luisteren met verbinding kan wel.',
    },
  },
  settings: {
    theme: 'Kleuren',
    themeValue: { system: 'Zoals je toestel', light: 'Licht', dark: 'Donker' },
    textSize: 'Tekstgrootte',
    textSizeValue: { normal: 'Gewoon', large: 'Groot', larger: 'Groter' },
    install: 'Installeer de app',
    installHint: 'Dan staat Luisterroute als app op je toestel.',
    installed: 'Je gebruikt Luisterroute als app.',
    installOther:
      'Op een iPhone: tik op de deelknop en kies ‘Zet op beginscherm’. Op andere telefoons staat die keuze in het menu van je browser.',
    storage: 'Wat er bewaard blijft',
    storageText:
      'Je antwoorden, je plek in de route en je downloads staan alleen op dit toestel. Er is geen account. De app stuurt niets weg.',
    persist: {
      granted: 'Je browser heeft toegezegd dat hij deze gegevens niet uit zichzelf wist.',
      denied:
        'Je browser mag deze gegevens wissen als er ruimte nodig is. Als app op je beginscherm blijven ze meestal langer staan.',
      unknown: 'We weten nog niet of je browser deze gegevens uit zichzelf kan wissen.',
    },
    listening: 'Luisteren',
    seconds: (seconds: number) => `${seconds} seconden`,
    listeningChoice: {
      questionMode: {
        label: 'Als er een denkvraag komt',
        hint: 'Later beantwoorden kan altijd.',
        values: {
          auto: 'Pauzeer als je kijkt, speel door als je scherm uit is',
          pause: 'Pauzeer na de vraag',
          later: 'Speel door en bewaar de vraag voor later',
          off: 'Sla denkvragen over',
        },
      },
      autoNext: {
        label: 'Speel de volgende module vanzelf',
        hint: 'Na een korte stilte. Uit: het geluid stopt aan het eind van de module.',
      },
      backStep: {
        label: 'Stap terug',
        hint: 'Zo ver ga je met één tik terug.',
      },
      forwardStep: {
        label: 'Stap vooruit',
        hint: 'Zo ver ga je met één tik vooruit.',
      },
      resumeRewind: {
        label: 'Begin na een pauze iets eerder',
        hint: 'Na een uur 10 seconden, na een dag 20 seconden. Dan weet je weer waar het over ging.',
      },
      headsetMark: {
        label: 'Markeer met je koptelefoon',
        hint: 'De knop ‘vorige’ van je koptelefoon of auto markeert dan het moment.',
      },
      keepAwake: {
        label: 'Houd het scherm aan bij het meelezen',
        hint: 'Alleen terwijl het geluid speelt en de tekst in beeld is.',
      },
      shortcuts: {
        label: 'Bedien de speler met losse toetsen',
        hint: 'Spatie of k: afspelen en pauzeren. j: terug. l: vooruit. m: markeer dit moment.',
      },
    },
    version: (hash: string) => `Versie ${hash}`,
    about: 'Over Luisterroute',
  },
  about: {
    sources: 'Bronnen',
    words: 'Woordenlijst',
    licenses: 'Licenties',
    licenseText:
      'De teksten en de audio van deze route vallen onder CC BY 4.0. De code van de app valt onder de EUPL 1.2.',
    voice: 'De stem',
    voiceText:
      'Een computerstem spreekt de eigen teksten uit. Daarom staat bij elke module ‘Computerstem’. Een opname van een mens kan die stem vervangen.',
    privacy: 'Jouw gegevens',
  },
  player: {
    forward: (seconds: number) => `${seconds} seconden vooruit`,
    previous: 'Vorige module',
    next: 'Volgende module',
    position: 'Positie',
    positionText: (at: string, total: string) => `${at} van ${total}`,
    speed: 'Snelheid',
    speedValue: (rate: string) => `${rate}×`,
    slower: 'Langzamer',
    faster: 'Sneller',
    chapters: 'Hoofdstukken',
    chapterNow: (index: number, title: string) => `Hoofdstuk ${index} · ${title}`,
  },
  session: {
    title: 'Ik heb … minuten',
    ask: 'Hoeveel minuten heb je?',
    minutes: (minutes: number) => `${minutes} minuten`,
    fits: (modules: string, time: string) => `${modules} in ${time}`,
    tooLong: (time: string) => `Eén module, ${time}. Dat is iets langer dan je hebt.`,
    nothing: 'Alle modules met audio zijn afgerond.',
    modules: (count: number) => (count === 1 ? '1 module' : `${count} modules`),
    list: 'Wat je hoort',
    rest: (time: string) => `nog ${time}`,
    begin: 'Begin',
    close: 'Sluit',
    left: (modules: string, time: string) => `Nog ${modules}, ${time}`,
    lastOne: (time: string) => `Stopt na deze module, nog ${time}`,
    stopAfter: 'Stop na deze',
    done: 'Klaar. Je hoorde de modules die je koos.',
    next: (title: string) => `Straks: ${title}`,
  },
  missed: {
    play: 'Speel wat ik miste',
    parts: (count: number, time: string) =>
      count === 1 ? `1 stuk, ${time}` : `${count} stukken, ${time}`,
    step: (index: number, total: number) => `Stuk ${index} van ${total} dat je miste`,
    done: 'Je hebt gehoord wat je miste.',
  },
  turn: {
    elsewhere: 'Speelt in een ander tabblad',
    takeOver: 'Hier verder',
  },
  restart: {
    reopen: 'Toch niet afgerond',
    title: 'Opnieuw beginnen',
    hint: 'Je plek, wat je hoorde en wat afgerond is, gaan weg. Je notities en downloads blijven.',
    action: 'Route opnieuw beginnen',
    ask: 'De route opnieuw beginnen?',
    yes: 'Begin opnieuw',
    no: 'Annuleer',
    done: 'De route begint weer vooraan. Je notities staan er nog.',
    failed: 'Opnieuw beginnen lukt nu niet. Er is niets gewist. Probeer het later nog eens.',
  },
  playback: {
    'not-allowed': 'Je browser wacht op een tik. Tik op Afspelen.',
    'not-found':
      'De audio van deze module staat niet meer op de website. Je plek is bewaard. De tekst kun je lezen.',
    network: 'De verbinding viel weg. Je plek is bewaard. Tik op Afspelen als je weer bereik hebt.',
    decode:
      'De audio is beschadigd. Je plek is bewaard. Lees de tekst of probeer het later opnieuw.',
    unsupported:
      'Je browser kan deze audio niet afspelen. Je plek is bewaard. De tekst kun je lezen.',
    'not-audio':
      'In plaats van de audio kwam er een webpagina, zoals op wifi waar je eerst moet inloggen. Je plek is bewaard. Log in op de wifi en tik op Afspelen.',
    incomplete:
      'De audio houdt te vroeg op. Je plek is bewaard. Tik op Afspelen om het opnieuw te proberen, of lees de tekst.',
  },
  sound: {
    buffering: 'Even wachten op geluid…',
    slow: 'Het geluid komt nog niet: de verbinding is traag of weg. Je plek is bewaard. Wacht even, of probeer het opnieuw.',
    retry: 'Probeer opnieuw',
    otherLength: (found: string, expected: string) =>
      `Deze audio duurt ${found} in plaats van ${expected}. De tekst loopt misschien niet gelijk. Je plek is bewaard. Luister verder, of lees de tekst.`,
    oddPlace:
      'De bewaarde plek in deze module klopt niet. Je begint vooraan. Je notities zijn bewaard. Met de balk of de hoofdstukken ga je naar je plek.',
    oddRate: (rate: string) =>
      `De bewaarde snelheid klopt niet. Je luistert op ${rate}×. Je plek is bewaard. Bij Snelheid kies je een andere.`,
  },
} as const;
