/** The code that takes files in, loaded in one piece once it is needed. */
import { checkPlayable } from '../../capture/check-playable.ts';
import { startFileWork } from '../../capture/file-work-in-worker.ts';
import { readTranscript } from '../../capture/read-transcript.ts';
import { RecordingPieces } from '../../capture/recording-pieces.ts';
import { Recordings } from '../../capture/recordings.ts';
import type { RecordingSlots } from '../../capture/take-stock.ts';
import type { Sha256 } from '../../model/units.ts';
import { cachesUntil } from '../../offline/caches-until.ts';
import type { RecordingRecords } from '../../storage/recording-records.ts';

export interface RecordingPartsOptions {
  /** The absolute address of the app's folder, ending with a slash. */
  baseUrl: string;
  records: RecordingRecords;
  scriptUrl: (url: string) => string;
  forgetAudio: (hash: Sha256) => void;
  onStored: () => void;
  hasEnded: () => boolean;
  onChange: (slots: RecordingSlots) => void;
}

export interface RecordingParts {
  recordings: Recordings;
  readTranscript: typeof readTranscript;
}

/** Makes the parts and finds out what is there. @throws in a browser that keeps no files. */
export async function openRecordings(options: RecordingPartsOptions): Promise<RecordingParts> {
  const { baseUrl, records, scriptUrl, forgetAudio, onStored, hasEnded, onChange } = options;
  const recordings = new Recordings(
    {
      records,
      pieces: new RecordingPieces(cachesUntil(globalThis.caches, hasEnded), baseUrl),
      startWork: (signal) => startFileWork(scriptUrl, baseUrl, signal),
      checkPlayable,
      ...(navigator.locks ? { locks: navigator.locks } : {}),
      now: Date.now,
      forgetAudio,
      onStored,
    },
    onChange,
  );
  await recordings.start();
  return { recordings, readTranscript };
}
