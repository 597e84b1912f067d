/** Whole numbers in Dutch words, years included, because the voice stresses digits strangely. */

const SMALL = [
  'nul',
  'een',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen',
  'tien',
  'elf',
  'twaalf',
  'dertien',
  'veertien',
  'vijftien',
  'zestien',
  'zeventien',
  'achttien',
  'negentien',
];
const TENS = [
  '',
  '',
  'twintig',
  'dertig',
  'veertig',
  'vijftig',
  'zestig',
  'zeventig',
  'tachtig',
  'negentig',
];

/**
 * Writes a number as it is said.
 *
 * @param value - A whole number from 0 to 9999; 1100 to 1999 is said in hundreds, as years are.
 * @returns `undefined` outside that range: the voice then reads the digits itself.
 */
export function writeNumber(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return undefined;
  if (value < 100) return belowHundred(value);
  const inHundreds = value < 1000 || (value >= 1100 && value < 2000);
  const unit = inHundreds ? 100 : 1000;
  const count = Math.floor(value / unit);
  const rest = value % unit;
  const head = `${count === 1 ? '' : belowHundred(count)}${inHundreds ? 'honderd' : 'duizend'}`;
  return rest === 0 ? head : `${head} ${writeNumber(rest) ?? ''}`;
}

/** Writes the place in a row: `eerste`, `tweede`, … up to 99; `undefined` outside that range. */
export function writeOrdinal(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 1 || value > 99) return undefined;
  if (value === 1) return 'eerste';
  if (value === 3) return 'derde';
  const takesDe = value < 20 && value !== 8;
  return `${belowHundred(value)}${takesDe ? 'de' : 'ste'}`;
}

function belowHundred(value: number): string {
  if (value < 20) return SMALL[value] ?? '';
  const tens = TENS[Math.floor(value / 10)] ?? '';
  const unit = value % 10;
  if (unit === 0) return tens;
  const joint = unit === 2 || unit === 3 ? 'ën' : 'en';
  return `${SMALL[unit] ?? ''}${joint}${tens}`;
}
