/** The words of the notes page. */
export const notesStrings = {
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
} as const;
