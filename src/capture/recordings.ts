/**
 * Takes files in as recordings, one at a time, and answers with what is so for each module. A file is
 * checked and read through before a byte is kept; a copy that stops halfway leaves nothing behind.
 */

import type { AudioType } from '../model/learning-module.ts';
import {
  type AddingFile,
  LARGEST_RECORDING,
  ownerOf,
  type Recording,
  type RecordingTranscript,
} from '../model/recording.ts';
import type { Seconds, Sha256, Timestamp } from '../model/units.ts';
import type { RecordingRecords } from '../storage/recording-records.ts';
import { CaptureError, problemOf } from './capture-error.ts';
import { readBytes } from './file-bytes.ts';
import type { FileWork } from './file-work-in-worker.ts';
import { PROBE_SIZE, probeSound } from './probe-sound.ts';
import type { RecordingPieces } from './recording-pieces.ts';
import { type RecordingSlot, type RecordingSlots, takeStock } from './take-stock.ts';

/** What the taking in needs; tests give fakes. */
export interface RecordingsDeps {
  records: RecordingRecords;
  pieces: RecordingPieces;
  /** Starts what reads and copies; ended by the signal. */
  startWork: (signal: AbortSignal) => FileWork;
  checkPlayable: (file: Blob, type: AudioType, signal: AbortSignal) => Promise<Seconds>;
  /** With it, only one tab at a time takes files in or cleans up. */
  locks?: Pick<LockManager, 'request'>;
  now: () => Timestamp;
  /** Tells the worker that answers the player that this sound is gone. */
  forgetAudio: (hash: Sha256) => void;
  /** Something was stored or taken away here, for whoever else shows it. */
  onStored: () => void;
}

/** The name that tabs take turns by. */
const LOCK = 'luisterroute-recordings';

/** Wishes and facts. Failures are facts, never rejections, unless told otherwise. */
export class Recordings {
  readonly #deps: RecordingsDeps;
  readonly #onChange: (slots: RecordingSlots) => void;
  readonly #stops = new Map<string, AbortController>();
  #slots: RecordingSlots = new Map();

  constructor(deps: RecordingsDeps, onChange: (slots: RecordingSlots) => void) {
    this.#deps = deps;
    this.#onChange = onChange;
  }

  /** Finds out what is there, and takes away what a closed tab or a killed browser left unfinished. */
  async start(): Promise<void> {
    const { records, pieces } = this.#deps;
    await this.#alone(async (isAlone) => {
      const found = await takeStock({ records, pieces }, isAlone);
      for (const { owner, ...slot } of found) {
        // What was begun meanwhile is newer than what was found.
        if (!this.#slots.has(owner)) this.#set(owner, slot);
      }
      if (found.some(({ problem }) => problem)) this.#deps.onStored();
    });
  }

  /** Takes in what another tab stored or took away; what changed here meanwhile is newer. */
  async lookAgain(): Promise<void> {
    const { records, pieces } = this.#deps;
    const before = this.#slots;
    const found = await takeStock({ records, pieces }, false);
    const present = new Map(found.map(({ owner, recording }) => [owner, recording]));
    for (const owner of new Set([...before.keys(), ...present.keys()])) {
      const slot = this.#slots.get(owner);
      if (this.#stops.has(owner) || slot !== before.get(owner)) continue;
      const recording = present.get(owner);
      if (recording) this.#set(owner, { recording });
      else if (slot?.recording) this.#set(owner, {});
    }
  }

  /** Takes a file in, in the place of the one before; that one stays until the new one is whole. */
  async add(routeId: string, moduleId: string, file: File): Promise<void> {
    const owner = ownerOf({ routeId, moduleId });
    if (this.#stops.has(owner)) return;
    const stop = new AbortController();
    this.#stops.set(owner, stop);
    const { recording: previous } = this.#slots.get(owner) ?? {};
    const kept = previous ? { recording: previous } : {};
    try {
      await this.#alone(async (isAlone) => {
        if (!isAlone) throw new CaptureError('busy', 'another tab takes a file in');
        const recording = await this.#takeIn({ routeId, moduleId }, file, previous, stop.signal);
        this.#set(owner, { recording });
        if (previous && previous.audioHash !== recording.audioHash) await this.#erase(previous);
        this.#deps.onStored();
      });
    } catch (error) {
      const { name: fileName } = file;
      if (stop.signal.aborted) this.#set(owner, kept);
      else this.#set(owner, { ...kept, problem: { code: problemOf(error), fileName } });
    } finally {
      stop.abort();
      this.#stops.delete(owner);
    }
  }

  /** Stops taking a file in; nothing of it stays. */
  cancel(routeId: string, moduleId: string): void {
    this.#stops.get(ownerOf({ routeId, moduleId }))?.abort();
  }

  /** The same for whatever is being taken in. */
  cancelAll(): void {
    for (const stop of [...this.#stops.values()]) stop.abort();
  }

  /** Takes a recording off the device; what was heard and written stays. */
  async remove(routeId: string, moduleId: string): Promise<void> {
    const owner = ownerOf({ routeId, moduleId });
    const { recording } = this.#slots.get(owner) ?? {};
    if (!recording) return;
    this.#set(owner, {});
    // What could not be taken away now is found at the next start.
    await this.#erase(recording).catch(() => undefined);
    // Looking again, asked by another tab, may have seen it while it was on its way out.
    const { recording: seen } = this.#slots.get(owner) ?? {};
    if (seen?.audioHash === recording.audioHash) this.#set(owner, {});
    this.#deps.onStored();
  }

  /** Adds, replaces or takes away the text. @throws StorageError when it could not be kept. */
  async setTranscript(
    routeId: string,
    moduleId: string,
    transcript: RecordingTranscript | undefined,
  ): Promise<void> {
    const owner = ownerOf({ routeId, moduleId });
    const slot = this.#slots.get(owner);
    if (!slot?.recording) return;
    const { transcript: _before, ...rest } = slot.recording;
    const recording: Recording = transcript ? { ...rest, transcript } : rest;
    await this.#deps.records.save(recording);
    this.#set(owner, { ...slot, recording });
    this.#deps.onStored();
  }

  /** @returns The recording, whole on the device. @throws what stands in the way; then nothing is left of it. */
  async #takeIn(
    place: Pick<Recording, 'routeId' | 'moduleId'>,
    file: File,
    previous: Recording | undefined,
    signal: AbortSignal,
  ): Promise<Recording> {
    const owner = ownerOf(place);
    const show = (phase: AddingFile['phase']) => (bytes: number) =>
      this.#set(owner, {
        ...(previous ? { recording: previous } : {}),
        adding: { fileName: file.name, phase, bytes, total: file.size },
      });
    show('checking')(0);
    const type = await probeFile(file);
    const length = await this.#deps.checkPlayable(file, type, signal);
    const work = this.#deps.startWork(signal);
    const { hash, pieces, chapters, mp3 } = await work.survey(
      { file, type, owner },
      show('reading'),
    );
    if (type === 'audio/mpeg' && !mp3) throw new CaptureError('not-audio', 'no frame of layer III');
    if (mp3?.isCut) throw new CaptureError('cut', 'the last frames are missing');
    if (previous?.audioHash === hash) return previous;
    const recording: Recording = {
      ...place,
      audioHash: hash,
      fileName: file.name,
      type,
      size: file.size,
      pieces,
      duration: mp3?.duration ?? length,
      chapters: chapters.filter(({ startTime }) => startTime < (mp3?.duration ?? length)),
      peaks: mp3?.peaks ?? [],
      isSeekExact: mp3?.isSeekExact ?? true,
      addedAt: this.#deps.now(),
    };
    signal.throwIfAborted();
    try {
      // The record comes first: of pieces without one nobody would know what they were.
      await this.#deps.records.save(recording);
      await work.copy(file, recording, show('copying'));
      const whole = { ...recording, copiedAt: this.#deps.now() };
      await this.#deps.records.save(whole);
      return whole;
    } catch (error) {
      // A storage that refuses this too is cleaned up at the next start.
      await this.#erase(recording).catch(() => undefined);
      throw error;
    }
  }

  async #erase({ audioHash }: Recording): Promise<void> {
    await this.#deps.pieces.remove(audioHash);
    this.#deps.forgetAudio(audioHash);
    await this.#deps.records.remove(audioHash);
  }

  async #alone(work: (isAlone: boolean) => Promise<void>): Promise<void> {
    const { locks } = this.#deps;
    if (!locks) return work(true);
    await locks.request(LOCK, { ifAvailable: true }, (lock) => work(lock !== null));
  }

  #set(owner: string, slot: RecordingSlot): void {
    this.#slots = new Map(this.#slots).set(owner, slot);
    this.#onChange(this.#slots);
  }
}

/** @throws CaptureError for a file that is no sound, or misses its end. */
async function probeFile(file: File): Promise<AudioType> {
  const { size } = file;
  if (size === 0) throw new CaptureError('empty', 'no bytes');
  if (size > LARGEST_RECORDING) throw new CaptureError('too-large', `${size} bytes`);
  const head = await readBytes(file, 0, PROBE_SIZE);
  const tail = await readBytes(file, Math.max(0, size - PROBE_SIZE), size);
  const probe = probeSound(head, tail, size);
  if (probe.kind !== 'sound')
    throw new CaptureError(probe.kind, 'told by its first and last bytes');
  return probe.type;
}
