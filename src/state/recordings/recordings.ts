/** The recordings that a listener added, for the screens: mirrors what `capture/` tells, and passes wishes on. */
import { signal } from '@preact/signals-core';
import type { TranscriptReading } from '../../capture/read-transcript.ts';
import type { RecordingSlots } from '../../capture/take-stock.ts';
import { ownerOf, type Recording } from '../../model/recording.ts';
import { createModel } from '../create-model.ts';
import type { RecordingParts } from './recording-parts.ts';

export interface RecordingsModelDeps {
  /** Fetches the code and finds out what is there. @throws when it cannot be fetched */
  open(onChange: (slots: RecordingSlots) => void): Promise<RecordingParts>;
  /** Called when a recording is on the device. */
  onKept(): void;
}

/** What became of the last text that was added. */
export type TranscriptNews =
  | { kind: 'failed' }
  | { kind: 'removed' }
  | ({ kind: 'added'; count: number } & Pick<TranscriptReading, 'problems'>)
  | Extract<TranscriptReading, { kind: 'refused' }>;

export const RecordingsModel = createModel((deps: RecordingsModelDeps) => {
  const slots = signal<RecordingSlots>(new Map());
  const news = signal<ReadonlyMap<string, TranscriptNews>>(new Map());
  const isOpen = signal(false);
  const isUnavailable = signal(false);
  let opening: Promise<RecordingParts> | undefined;

  async function fetchParts(): Promise<RecordingParts> {
    try {
      const parts = await deps.open((value) => {
        slots.value = value;
      });
      isOpen.value = true;
      return parts;
    } catch (error) {
      // Offline before the code was kept, or a browser that keeps nothing: the next wish tries again.
      opening = undefined;
      isUnavailable.value = true;
      throw error;
    }
  }

  function open(): Promise<RecordingParts> {
    opening ??= fetchParts();
    return opening;
  }

  function tell(owner: string, value: TranscriptNews | undefined): void {
    const others = new Map(news.peek());
    others.delete(owner);
    news.value = value ? others.set(owner, value) : others;
  }

  async function keepTranscript(recording: Recording, file: File): Promise<TranscriptNews> {
    const parts = await open();
    const reading = await parts.readTranscript(file, recording.duration);
    if (reading.kind === 'refused') return reading;
    const { transcript, problems } = reading;
    await parts.recordings.setTranscript(recording.routeId, recording.moduleId, transcript);
    return { kind: 'added', count: transcript.lines.length, problems };
  }

  return {
    /** By {@link ownerOf}. */
    slots,
    /** What became of the last text that was added, by the same key. */
    transcriptNews: news,
    /** Whether the device was asked what is there; before that an empty slot says nothing. */
    isOpen,
    /** The code could not be fetched, or this browser keeps no files. */
    isUnavailable,
    /** Fetches the code and finds out what is there. */
    async prepare(): Promise<void> {
      await open().catch(() => undefined);
    },
    /** Takes in what another tab stored or took away. */
    async lookAgain(): Promise<void> {
      // What was not opened yet finds it as it is now.
      const isFirstLook = opening === undefined;
      const parts = await open().catch(() => undefined);
      // What cannot be read now stays as it was told; the storage has told why.
      if (!isFirstLook) await parts?.recordings.lookAgain().catch(() => undefined);
    },
    async add(routeId: string, moduleId: string, file: File): Promise<void> {
      const owner = ownerOf({ routeId, moduleId });
      tell(owner, undefined);
      const parts = await open().catch(() => undefined);
      await parts?.recordings.add(routeId, moduleId, file);
      if (slots.peek().get(owner)?.recording) deps.onKept();
    },
    async cancel(routeId: string, moduleId: string): Promise<void> {
      (await opening)?.recordings.cancel(routeId, moduleId);
    },
    /** Stops whatever is being taken in. */
    async cancelAll(): Promise<void> {
      (await opening)?.recordings.cancelAll();
    },
    async remove(routeId: string, moduleId: string): Promise<void> {
      tell(ownerOf({ routeId, moduleId }), undefined);
      await (await open()).recordings.remove(routeId, moduleId);
    },
    async addTranscript(recording: Recording, file: File): Promise<void> {
      const failed: TranscriptNews = { kind: 'failed' };
      tell(ownerOf(recording), await keepTranscript(recording, file).catch(() => failed));
    },
    async removeTranscript(recording: Recording): Promise<void> {
      const { routeId, moduleId } = recording;
      try {
        await (await open()).recordings.setTranscript(routeId, moduleId, undefined);
        tell(ownerOf(recording), { kind: 'removed' });
      } catch {
        tell(ownerOf(recording), { kind: 'failed' });
      }
    },
  };
});

export type RecordingsState = InstanceType<typeof RecordingsModel>;
