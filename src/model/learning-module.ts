/**
 * What a learning module is once it has been checked: the exact shape of one module JSON.
 * Reading and checking the authored file is the work of `catalog/`.
 */
import type { Bytes, Fraction, Seconds, Sha256 } from './units.ts';

/** A piece of a sentence; text is plain, never HTML. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'emphasis' | 'strong'; text: string }
  | { kind: 'link'; text: string; url: string };

/**
 * One line to read along. Times are absent while a module has no audio.
 * The interval is half-open: `[startTime, endTime)`.
 */
export interface Sentence {
  /** `s1`, `s2`, … in reading order within the module; never stored as an anchor on its own. */
  id: string;
  content: Inline[];
  startTime?: Seconds;
  endTime?: Seconds;
}

/** A part of a chapter, in reading order. */
export type Block =
  | { kind: 'paragraph'; sentences: Sentence[] }
  | { kind: 'list'; ordered: boolean; items: Sentence[][] }
  | { kind: 'figure'; url: string; alt: string; caption?: string; width: number; height: number }
  | { kind: 'question'; questionId: string };

/** A heading with what follows it. `endTime` is the next chapter's start, or the end of the audio. */
export interface Chapter {
  id: string;
  title: string;
  startTime?: Seconds;
  endTime?: Seconds;
  blocks: Block[];
}

/** `reflect` asks about one's own work, `recall` has a model answer, `plan` asks for "Als … dan …". */
export type QuestionKind = 'reflect' | 'recall' | 'plan';

/** When a question of an episode without known length comes up. */
export type EpisodeMoment =
  | { kind: 'start' }
  | { kind: 'end' }
  | { kind: 'fraction'; fraction: Fraction }
  | { kind: 'time'; time: Seconds };

/** The four times of a question in narrated audio: soft sound, spoken question, quiet, and after the quiet. */
export interface QuestionTimes {
  cueTime: Seconds;
  startTime: Seconds;
  quietTime: Seconds;
  endTime: Seconds;
}

/** A question in the text, or one that belongs to the episode. */
export interface Question {
  id: string;
  kind: QuestionKind;
  /** The first 12 hex digits of the SHA-256 of its text: an answer keeps which wording it answered. */
  version: string;
  text: string;
  /** Only for `recall`. */
  modelAnswer?: string;
  /** Whether it belongs to the module's own audio or to the episode. */
  on: 'module' | 'episode';
  /** For `on: 'module'` with audio. */
  times?: QuestionTimes;
  /** For `on: 'episode'`. */
  moment?: EpisodeMoment;
}

/** The kinds of sound that a route publishes. */
export type PublishedAudioType = 'audio/mpeg' | 'audio/mp4' | 'audio/ogg';

/** The kinds that a listener may add as well. */
export type AudioType =
  | PublishedAudioType
  | 'audio/aac'
  | 'audio/wav'
  | 'audio/flac'
  | 'audio/webm';

/** A file of sound with everything needed to play, download and verify it. */
export interface AudioFile {
  /** Relative to the base path; the network address, never answered by the service worker. */
  url: string;
  type: AudioType;
  duration: Seconds;
  size: Bytes;
  hash: Sha256;
  /** SHA-256 of each piece of {@link PIECE_SIZE} bytes, in order; the last one may be shorter. */
  pieces: Sha256[];
  /** True when a computer speaks; the screen then always says "Computerstem". */
  synthetic: boolean;
}

/** The size of a downloaded piece: 1 MiB. */
export const PIECE_SIZE: Bytes = 1_048_576;

/** The podcast episode that a module is about. */
export interface Episode {
  title: string;
  publisher: string;
  year: number;
  people: string[];
  /** Where it can be heard. */
  url: string;
  /** Only when the route has the right to publish the recording. */
  audio?: AudioFile;
}

/** A source of the text, shown as words; the link is extra. */
export interface Source {
  title: string;
  publisher: string;
  year: number;
  url?: string;
}

/** The whole module as the app reads it. */
export interface LearningModule {
  id: string;
  routeId: string;
  title: string;
  question: string;
  summary: string;
  lang: string;
  /** Ids of modules that are good to hear first: advice, never a lock. */
  requires: string[];
  /** The share of the audio that counts as finished. */
  completion: Fraction;
  chapters: Chapter[];
  questions: Question[];
  sources: Source[];
  audio?: AudioFile;
  /** Loudness per equal slice of the audio, 0 to 1, for the seek bar; empty without audio. */
  peaks: Fraction[];
  episode?: Episode;
}
