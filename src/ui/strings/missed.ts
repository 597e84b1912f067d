/** The words of playing what was missed. */
export const missedStrings = {
  play: 'Speel wat ik miste',
  parts: (count: number, time: string) =>
    count === 1 ? `1 stuk, ${time}` : `${count} stukken, ${time}`,
  step: (index: number, total: number) => `Stuk ${index} van ${total} dat je miste`,
  done: 'Je hebt gehoord wat je miste.',
} as const;
