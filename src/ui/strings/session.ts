/** The words of “Ik heb … minuten”. */
export const sessionStrings = {
  title: 'Ik heb … minuten',
  ask: 'Hoeveel minuten heb je?',
  fits: (modules: string, time: string) => `${modules} in ${time}`,
  tooLong: (time: string) => `Eén module, ${time}. Dat is langer dan je hebt.`,
  nothing: 'Alle modules met audio zijn afgerond.',
  modules: (count: number) => (count === 1 ? '1 module' : `${count} modules`),
  list: 'Wat je hoort',
  begin: 'Begin',
  close: 'Sluit',
  left: (modules: string, time: string) => `Nog ${modules}, ${time}`,
  lastOne: (time: string) => `Stopt na deze module, nog ${time}`,
  stopAfter: 'Stop na deze module',
  done: 'Klaar. Je hoorde alle modules van deze keer.',
  next: (title: string) => `Straks: ${title}`,
} as const;
