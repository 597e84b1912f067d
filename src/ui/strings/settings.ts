/** The words of the settings page. */
export const settingsStrings = {
  look: 'Weergave',
  theme: 'Kleuren',
  themeValue: { system: 'Zoals je toestel', light: 'Licht', dark: 'Donker' },
  textSize: 'Tekstgrootte',
  textSizeValue: { normal: 'Gewoon', large: 'Groot', larger: 'Groter' },
  downloads: 'Downloads',
  toDownloads: 'Naar je downloads',
  storage: 'Wat er bewaard blijft',
  storageText:
    'Je antwoorden, je plek in de route en je downloads staan alleen op dit toestel. Er is geen account. De app stuurt ze nergens heen.',
  toBackup: 'Notities exporteren of een back-up terugzetten',
  persist: {
    granted: 'Je browser heeft toegezegd dat hij deze gegevens niet uit zichzelf wist.',
    denied:
      'Je browser mag deze gegevens wissen als er ruimte nodig is. Als app op je beginscherm blijven ze meestal langer staan.',
    unknown: 'We weten nog niet of je browser deze gegevens uit zichzelf kan wissen.',
  },
  listening: 'Luisteren',
  listeningChoice: {
    questionMode: {
      label: 'Als er een denkvraag komt',
      hint: 'Later beantwoorden kan altijd.',
      values: {
        auto: 'Pauzeer als de app in beeld is, speel door als je scherm uit is',
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
    playbackRate: {
      label: 'Snelheid',
      hint: 'Geldt voor alle modules. In de speler kun je hem ook veranderen.',
    },
    shortcuts: {
      label: 'Bedien de speler met losse toetsen',
      hint: 'Spatie of k: afspelen en pauzeren. j: terug. l: vooruit. m: markeer dit moment.',
    },
  },
  version: (hash: string) => `Versie ${hash}`,
  aboutApp: 'Over de app',
} as const;
