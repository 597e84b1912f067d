/**
 * Every number that decides how the narration sounds, in one place. They were found by measuring
 * (long-term spectrum, clipping, pitch range), not by ear; a change makes all narration stale.
 */
import type { Seconds } from '../../model/units.ts';

/** Samples per second from the speech engine to the MP3, never resampled in between. */
export const SAMPLE_RATE = 22_050;

/** What the speech engine is asked for; `plainName` is the voice that it falls back to in silence. */
export const VOICE = {
  name: 'nl+klatt5',
  plainName: 'nl',
  rate: 145,
  pitch: 48,
  range: 75,
  volume: 60,
} as const;

/** Silence between the spoken pieces. */
export const SILENCE = {
  lead: 0.5,
  afterSentence: 0.42,
  afterParagraph: 0.85,
  beforeChapter: 1.4,
  /** Between the soft sound and the question that it announces. */
  afterCue: 0.3,
  /** To think in after a question: part of the question, not of the gap after it. */
  afterQuestion: 5,
  tail: 0.8,
} as const satisfies Record<string, Seconds>;

/** How the silence of the engine is cut off: onset and end are where the level passes `threshold`. */
export const TRIM = {
  /** As a share of the loudest sample of the piece (0.005 is -46 dB). */
  threshold: 0.005,
  preRoll: 0.01,
  postRoll: 0.03,
} as const;

/** One filter of the equalizer; frequencies in hertz, gain in decibels. */
export type EqualizerBand =
  | { kind: 'high-pass'; frequency: number; q: number }
  | { kind: 'bell' | 'high-shelf'; frequency: number; q: number; gain: number };

/** Bends the long-term spectrum of the voice; nothing of it lies below the first band. */
export const EQUALIZER: readonly EqualizerBand[] = [
  { kind: 'high-pass', frequency: 85, q: Math.SQRT1_2 },
  { kind: 'bell', frequency: 200, q: 0.8, gain: 3 },
  { kind: 'bell', frequency: 1000, q: 0.9, gain: -2.5 },
  { kind: 'bell', frequency: 2100, q: 1.2, gain: -2 },
  { kind: 'high-shelf', frequency: 3600, q: Math.SQRT1_2, gain: 2 },
];

/** Loudness by BS.1770, measured on one channel. */
export const LOUDNESS = {
  /** LUFS that the published file should have. */
  target: -19,
  /** LUFS before encoding: the MP3 encoder loses 0.42 dB. */
  beforeEncoding: -18.58,
  /** dBTP that the published file stays below. */
  truePeak: -1.5,
  /** dBTP before encoding: coding noise lifts peaks, so the limiter leaves room. */
  truePeakBeforeEncoding: -3.5,
} as const;

/** MP3: constant rate, mono. */
export const ENCODER = {
  kilobits: 32,
  /**
   * Samples that a decoder adds in front (576 of the encoder, 529 of the decoder). Without a LAME tag
   * no player takes them off again, so the encoder is given that much less of the leading silence.
   */
  delay: 1105,
  samplesPerFrame: 576,
} as const;

/** Number of values for the seek bar. */
export const PEAK_COUNT = 400;
