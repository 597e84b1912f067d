/** The words of “Ik heb … minuten”. */
export const sessionStrings = {
  title: 'Ik heb … minuten',
  ask: 'Hoeveel minuten heb je?',
  fits: (modules: string, time: string) => `${modules} in ${time}`,
  tooLong: (time: string) => `Eén module, ${time}. Dat is iets langer dan je hebt.`,
  nothing: 'Alle modules met audio zijn afgerond.',
  modules: (count: number) => (count === 1 ? '1 module' : `${count} modules`),
  list: 'Wat je hoort',
  begin: 'Begin',
  close: 'Sluit',
  left: (modules: string, time: string) => `Nog ${modules}, ${time}`,
  lastOne: (time: string) => `Stopt na deze module, nog ${time}`,
  stopAfter: 'Stop na deze',
  done: 'Klaar. Je hoorde de modules die je koos.',
  next: (title: string) => `Straks: ${title}`,
} as const;
