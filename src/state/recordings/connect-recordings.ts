/** Joins recordings with the storage, the player and the worker; their code is fetched once there is one, or to be one. */
import { effect } from '@preact/signals-core';
import { createRecordingRecords } from '../../storage/recording-records.ts';
import type { ToolParts } from '../tool-parts.ts';
import { followRecordings } from './follow-recordings.ts';
import { joinRecordingChannel } from './recording-channel.ts';
import { RecordingsModel, type RecordingsState } from './recordings.ts';

export function connectRecordings(parts: ToolParts): RecordingsState {
  const { storage, content, playback } = parts;
  const records = createRecordingRecords(storage.records, storage.guard);
  const channel = joinRecordingChannel(() => void state.lookAgain());
  const state: RecordingsState = new RecordingsModel({
    async open(onChange) {
      const { openRecordings } = await import('./recording-parts.ts');
      return openRecordings({
        baseUrl: new URL(parts.base, document.baseURI).href,
        records,
        scriptUrl: parts.scriptUrl,
        forgetAudio: (hash) => parts.send({ kind: 'forget-audio', hash }),
        onStored: channel.tell,
        hasEnded: () => parts.device.hasEnded.peek(),
        onChange,
      });
    },
    onKept: parts.onKept,
  });
  followRecordings({ recordings: state, content, playback });

  effect(() => {
    if (parts.device.hasEnded.value) void state.cancelAll();
  });

  async function look(): Promise<void> {
    if ((await records.loadAll()).length > 0) await state.prepare();
  }
  // What cannot be read now is still stored; the storage has told why.
  look().catch(() => undefined);
  return state;
}
