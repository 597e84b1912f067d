/** What the page and the worker that reads files tell each other. */
import type { AudioType } from '../model/learning-module.ts';
import type { RecordingProblem } from '../model/recording.ts';
import type { Bytes } from '../model/units.ts';
import type { PieceList } from './recording-pieces.ts';
import type { Survey } from './survey-sound.ts';

/** A wish of the page; one at a time, and `stop` for what is being copied. */
export type FileRequest =
  | { kind: 'stop' }
  | { kind: 'survey'; file: Blob; type: AudioType; owner: string }
  | { kind: 'copy'; file: Blob; list: PieceList; base: string };

/** What the worker answers: progress as often as it likes, then one of the others. */
export type FileAnswer =
  | { kind: 'progress'; bytes: Bytes }
  | { kind: 'surveyed'; survey: Survey }
  | { kind: 'copied' }
  | { kind: 'failed'; code: RecordingProblem };
