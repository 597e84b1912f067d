/** The words of reading along. */
export const readStrings = {
  label: 'Meelezen',
  skip: 'Sla de tekst over',
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
  repeatFrom: 'Herhaal vanaf hier',
  repeatTo: 'Herhaal tot hier',
  repeatStart: (from: string) => `Herhalen vanaf ${from}`,
  from: (time: string) => `Vanaf ${time}`,
  noRepeat: 'Toch niet herhalen',
} as const;
