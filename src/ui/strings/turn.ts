/** The words for when another tab plays. */
export const turnStrings = {
  elsewhere: 'Speelt in een ander tabblad',
  takeOver: 'Hier verder',
} as const;
