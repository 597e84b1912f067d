/** The words of the large player. */
export const playerStrings = {
  forward: (step: string) => `${step} vooruit`,
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
} as const;
