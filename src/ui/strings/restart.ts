/** The words of starting over. */
export const restartStrings = {
  reopen: 'Toch niet afgerond',
  title: 'Opnieuw beginnen',
  hint: 'Je plek, wat je hoorde en wat afgerond is, gaan weg. Je notities en downloads blijven.',
  action: 'Route opnieuw beginnen',
  ask: 'De route opnieuw beginnen?',
  yes: 'Begin opnieuw',
  no: 'Annuleer',
  done: 'De route begint weer vooraan. Je notities staan er nog.',
  failed: 'Opnieuw beginnen lukt nu niet. Er is niets gewist. Probeer het later nog eens.',
} as const;
