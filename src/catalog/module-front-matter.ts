/** The front matter of a module file, key by key. */
import type { Episode, Source } from '../model/learning-module.ts';
import type { Fraction } from '../model/units.ts';
import type { Place, Placed, ProblemSink } from './content-problem.ts';
import { FieldReader } from './field-reader.ts';
import type { FrontMatter } from './front-matter.ts';
import { readFormat, readLanguage, readSources, readYear } from './shared-keys.ts';

/** The keys of a module, in the order of the guide. */
const MODULE_KEYS = [
  'format',
  'id',
  'aliases',
  'title',
  'question',
  'summary',
  'lang',
  'requires',
  'audio',
  'completion',
  'episode',
  'sources',
] as const;
const EPISODE_KEYS = ['title', 'publisher', 'year', 'people', 'url', 'file'] as const;

/** The share of the audio that counts as finished when the author does not say. */
const DEFAULT_COMPLETION: Fraction = 0.9;

/** How a module sounds: spoken by the narration tool, or by a person in a file. */
export type AudioChoice =
  | { kind: 'narration'; place: Place }
  | { kind: 'recording'; file: Placed<string>; transcript: Placed<string> };

/** What the front matter of a module says; a value that was faulty is absent or left out. */
export interface ModuleFields {
  id: Placed<string> | undefined;
  aliases: Placed<string>[];
  title: string | undefined;
  question: string | undefined;
  summary: string | undefined;
  lang: string | undefined;
  requires: Placed<string>[];
  audio: AudioChoice | undefined;
  completion: Fraction;
  /** Whether an episode block stands there, faulty or not. */
  hasEpisode: boolean;
  episode: Episode | undefined;
  episodeFile: Placed<string> | undefined;
  sources: Source[];
}

/** Reads and checks the keys of a module. */
export function readModuleFields(frontMatter: FrontMatter, sink: ProblemSink): ModuleFields {
  const reader = new FieldReader(frontMatter, MODULE_KEYS, sink);
  readFormat(reader);
  const sources = readSources(reader, 'required');
  if (reader.countItems('sources') === 0) {
    reader.report(
      'sources-missing',
      'sources',
      'deze module noemt geen bron. Noem er minstens één',
    );
  }
  const episode = reader.fields('episode', EPISODE_KEYS, 'optional');
  return {
    id: reader.id('id'),
    aliases: reader.ids('aliases', 'optional'),
    title: reader.text('title')?.value,
    question: reader.text('question')?.value,
    summary: reader.text('summary')?.value,
    lang: readLanguage(reader),
    requires: reader.ids('requires', 'optional'),
    audio: readAudioChoice(reader),
    completion:
      reader.number('completion', { min: 0, max: 1, example: '0.9' }, 'optional')?.value ??
      DEFAULT_COMPLETION,
    hasEpisode: reader.has('episode'),
    episode: episode && readEpisode(episode),
    episodeFile: episode?.fileName('file', 'optional'),
    sources,
  };
}

function readAudioChoice(reader: FieldReader): AudioChoice | undefined {
  if (!reader.isMapping('audio')) {
    const word = reader.word('audio', ['narration']);
    return word && { kind: 'narration', place: word.place };
  }
  const fields = reader.fields('audio', ['file', 'transcript'], 'required');
  const file = fields?.fileName('file', 'required');
  const transcript = fields?.fileName('transcript', 'required');
  return file && transcript && { kind: 'recording', file, transcript };
}

function readEpisode(reader: FieldReader): Episode | undefined {
  const title = reader.text('title')?.value;
  const publisher = reader.text('publisher')?.value;
  const year = readYear(reader);
  const people = reader.texts('people', 'optional').map(({ value }) => value);
  const url = reader.webAddress('url', 'required')?.value;
  if (!title || !publisher || year === undefined || !url) return undefined;
  return { title, publisher, year, people, url };
}
