/** The words of the sleep timer, the ways back and the time left. */
export const timeStrings = {
  rewound: (time: string) => `${time} terug`,
  backTo: (time: string) => `Terug naar ${time}`,
  beforeSleep: 'Terug naar het moment waarop de timer begon',
  notNeeded: 'Niet nodig',
  atRate: (rate: string) => `op ${rate}×`,
  left: (time: string, rate: string) => `nog ${time} op snelheid ${rate}`,
  previousChapter: 'Vorig hoofdstuk',
  nextChapter: 'Volgend hoofdstuk',
  sleep: {
    label: 'Slaaptimer',
    ask: 'Wanneer moet het geluid stoppen?',
    left: (time: string) => `Stopt over ${time}`,
    chapter: 'Einde hoofdstuk',
    module: 'Einde module',
    off: 'Uit',
  },
  journal: {
    label: 'Waar was ik?',
    heading: 'Ga terug naar een moment',
    list: 'Momenten',
    empty: 'Nog niets. Hier komt te staan waar je luisterde en waarheen je sprong.',
    session: (from: string, to: string) => `geluisterd van ${from} tot ${to}`,
    started: (at: string) => `begonnen bij ${at}`,
    jump: (to: string) => `gesprongen naar ${to}`,
    sleep: 'slaaptimer gezet',
  },
} as const;
