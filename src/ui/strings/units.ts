/**
 * Units after a number: of exactly one, and of any other amount. They are what `Intl` says in Dutch (CLDR), and
 * a test holds them to that; asking the browser for them costs a page its first tens of milliseconds.
 */
export const unitStrings = {
  minutesShort: ['min', 'min'],
  minutes: ['minuut', 'minuten'],
  seconds: ['seconde', 'seconden'],
  secondsShort: ['s', 's'],
  days: ['dag', 'dagen'],
  kilobytes: ['kB', 'kB'],
  megabytes: ['MB', 'MB'],
  gigabytes: ['GB', 'GB'],
} as const;
