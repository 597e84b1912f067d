/** The units that times and sizes are in; a plain number never crosses a border without one. */

/** A time in the audio, or a length of it, in seconds as a float (HTML media, WebVTT and chapters agree). */
export type Seconds = number;

/** Only at timer and date APIs. */
export type Milliseconds = number;

/** 24 hours. */
export const DAY: Milliseconds = 86_400_000;

/** A moment on the clock: milliseconds since 1970-01-01 UTC, as `Date.now()` gives. */
export type Timestamp = number;

/** A size in bytes. */
export type Bytes = number;

/** A share from 0 to 1. */
export type Fraction = number;

/** Lowercase hexadecimal SHA-256 of some bytes. */
export type Sha256 = string;
