/**
 * Speaking a note: asks for the microphone, follows the recording, and ends it wherever the person goes.
 * What plays pauses first, and whatever starts to play ends the recording.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { type Microphone, MicrophoneError } from '../../capture/microphone.ts';
import { recordVoice, type VoiceEnd, type VoiceRecording } from '../../capture/voice-recorder.ts';
import type { Note, SpokenNote } from '../../model/note.ts';
import type { Fraction, Milliseconds, Seconds, Timestamp } from '../../model/units.ts';
import type { VoiceStore } from '../../storage/voice-store.ts';
import { createModel } from '../create-model.ts';
import type { PlaybackState } from '../listening/playback.ts';
import { type GiveWay, withRoom } from '../offline/make-room.ts';
import { answerKey } from './known-notes.ts';

/** What is spoken about. */
export type VoiceSubject = Pick<Note, 'kind' | 'routeId' | 'moduleId' | 'anchor'>;

/** `asking`: the browser asks the person for the microphone. `saving`: the last piece is on its way. */
export type VoicePhase = 'idle' | 'asking' | 'recording' | 'saving';

export interface VoiceDeps {
  store: Pick<VoiceStore, 'savePiece'>;
  openMicrophone: () => Promise<Microphone>;
  playback: Pick<PlaybackState, 'pause' | 'watch'>;
  /** Stops what plays beside the player. */
  stopPreview: () => void;
  /** All spoken notes, oldest first. */
  notes: ReadonlySignal<readonly SpokenNote[]>;
  /** Called when a piece of a note is on the device. */
  onSaved: (note: SpokenNote) => void;
  /** Called when a recording has ended of which something is on the device. */
  onDone: (noteId: string) => void;
  /** Asked when the device is full. */
  giveWay: GiveWay;
  /** Gives a recording to the person as a file. @throws when the browser refuses */
  saveFile: (sound: Blob, recordedAt: Timestamp) => Promise<void>;
  createId: () => string;
  now: () => Timestamp;
  /** A clock that never jumps. */
  clock: () => Milliseconds;
}

/** How many levels are shown: the last two seconds. */
const SHOWN_LEVELS = 40;

export const VoiceModel = createModel((deps: VoiceDeps) => {
  const phase = signal<VoicePhase>('idle');
  const subject = signal<VoiceSubject | undefined>(undefined);
  const levels = signal<readonly Fraction[]>([]);
  const elapsed = signal<Seconds>(0);
  const saved = signal<SpokenNote | undefined>(undefined);
  const end = signal<VoiceEnd | undefined>(undefined);
  /** Ids of modules whose download gave way to the latest recording. */
  const gaveWay = signal<readonly string[]>([]);
  const isUnsaved = computed(() => end.value === 'quota' || end.value === 'not-saved');
  const isTakenOut = signal(false);
  const isLeftInMemory = computed(() => isUnsaved.value && !isTakenOut.value);
  let recording: VoiceRecording | undefined;
  let recordedAt: Timestamp = 0;
  let turn = 0;

  /** What is only in memory is not let go for a next recording. @returns Whether there is nothing like that. */
  async function retry(): Promise<boolean> {
    return !isUnsaved.peek() || isTakenOut.peek() || ((await recording?.retry()) ?? true);
  }

  async function start(about: VoiceSubject): Promise<void> {
    if (phase.peek() !== 'idle') return;
    if (isUnsaved.peek() && !(await retry())) {
      // What became of it is told where the person asks for the next one.
      subject.value = about;
      return;
    }
    if (phase.peek() !== 'idle') return;
    const mine = ++turn;
    deps.playback.pause();
    deps.stopPreview();
    phase.value = 'asking';
    subject.value = about;
    end.value = undefined;
    saved.value = undefined;
    isTakenOut.value = false;
    gaveWay.value = [];
    levels.value = [];
    elapsed.value = 0;
    let microphone: Microphone;
    try {
      microphone = await deps.openMicrophone();
    } catch (error) {
      if (mine !== turn) return;
      phase.value = 'idle';
      end.value = error instanceof MicrophoneError ? error.code : 'unsupported';
      return;
    }
    // The person left while the browser asked.
    if (mine !== turn) microphone.close();
    else record(microphone, about);
  }

  function record(microphone: Microphone, about: VoiceSubject): void {
    recordedAt = deps.now();
    const note: Note = { id: deps.createId(), ...about, createdAt: recordedAt };
    try {
      recording = recordVoice({
        microphone,
        store: {
          savePiece: (spoken, bytes) =>
            withRoom(() => deps.store.savePiece(spoken, bytes), deps.giveWay, gaveWay),
        },
        note,
        clock: deps.clock,
        onLevel(level, time) {
          levels.value = [...levels.peek(), level].slice(-SHOWN_LEVELS);
          elapsed.value = time;
        },
        onSaved(spoken) {
          saved.value = spoken;
          deps.onSaved(spoken);
        },
        onEnd(reason) {
          end.value = reason;
          phase.value = 'idle';
          const kept = saved.peek();
          if (kept) deps.onDone(kept.id);
        },
      });
    } catch {
      // Browsers throw for a kind of sound that they cannot record after all.
      microphone.close();
      phase.value = 'idle';
      end.value = 'unsupported';
      return;
    }
    phase.value = 'recording';
  }

  function stop(): void {
    if (phase.peek() === 'asking') {
      turn += 1;
      phase.value = 'idle';
    }
    if (phase.peek() !== 'recording') return;
    phase.value = 'saving';
    recording?.stop();
  }

  deps.playback.watch(({ kind }) => {
    if (kind === 'playing') stop();
  });

  return {
    phase,
    /** Where the latest recording is told of. */
    subject,
    /** How loud it was in the last two seconds, 0 to 1. */
    levels,
    /** How long it is. */
    elapsed,
    /** The note as far as it is on the device; absent before the first second is. */
    saved,
    /** Why the latest recording ended, or did not start. */
    end,
    /** All spoken notes, oldest first. */
    notes: deps.notes,
    /** The key of the question that is answered aloud now. */
    answering: computed(() => (phase.value === 'idle' ? undefined : keyOf(subject.value))),
    /** Inside the press; what plays pauses. */
    start,
    /** Ends the recording, or the wait for the microphone. */
    stop,
    gaveWay,
    /** Whether a part of the latest recording could not be stored: it is in memory only. */
    isUnsaved,
    /** Whether there is something to wait for, or something would be lost. */
    isBusy: computed(() => phase.value !== 'idle' || isLeftInMemory.value),
    /** Whether something would be lost if this page closed now. */
    isOnlyHere: computed(
      () => ['recording', 'saving'].includes(phase.value) || isLeftInMemory.value,
    ),
    /** Tries to save what could not be saved. */
    retry: (): void => void recording?.retry(),
    /** Gives the latest recording as a file: the way out for what cannot be stored. Inside the press. */
    async takeOut(): Promise<void> {
      if (!recording) return;
      await deps.saveFile(recording.takeOut(), recordedAt);
      isTakenOut.value = true;
    },
  };
});

export type VoiceState = InstanceType<typeof VoiceModel>;

function keyOf(note: VoiceSubject | undefined): string | undefined {
  const questionId = note?.anchor.questionId;
  return note && questionId !== undefined
    ? answerKey(note.routeId, note.moduleId, questionId)
    : undefined;
}
