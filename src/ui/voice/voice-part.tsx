/** Speaking in a sheet: what was spoken before, and the recording that is made now. */
import type { SpokenNote } from '../../model/note.ts';
import type { VoiceState, VoiceSubject } from '../../state/notebook/voice.ts';
import { useApp } from '../frame/app-context.ts';
import { Icon } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { voiceStrings } from '../strings/voice.ts';
import styles from './voice-part.module.css';
import { VoicePlayer } from './voice-player.tsx';
import { VoiceRecorder } from './voice-recorder.tsx';

export function VoicePart({ subject }: { subject: VoiceSubject }) {
  const voice = useApp().tools.value?.voice;
  if (!voice) return null;
  const isMine = isSameSubject(voice.subject.value, subject);
  const isBusy = isMine && voice.phase.value !== 'idle';
  const notes = voice.notes.value.filter(
    (note) => isSameSubject(note, subject) && !(isBusy && isUnderWay(voice, note)),
  );
  return (
    <>
      {notes.length === 0 ? null : (
        <ul class={styles.list} aria-label={voiceStrings.answers}>
          {notes.map((note) => (
            <li key={note.id}>
              <VoicePlayer note={note} />
            </li>
          ))}
        </ul>
      )}
      {isMine ? <VoiceRecorder voice={voice} /> : null}
    </>
  );
}

/** The button that starts and ends; its words tell which. */
export function SpeakButton({
  subject,
  class: className,
}: {
  subject: VoiceSubject;
  class?: string | undefined;
}) {
  const voice = useApp().tools.value?.voice;
  const isBusy =
    voice !== undefined &&
    voice.phase.value !== 'idle' &&
    isSameSubject(voice.subject.value, subject);
  return (
    <button
      type="button"
      class={className}
      disabled={voice === undefined}
      aria-disabled={isBusy && voice.phase.value === 'saving'}
      onClick={() => (isBusy ? voice.stop() : void voice?.start(subject))}
    >
      <Icon shape={isBusy ? icons.stop : icons.microphone} filled={isBusy} small />
      {isBusy ? voiceStrings.stop : voiceStrings.speak}
    </button>
  );
}

function isUnderWay(voice: VoiceState, note: SpokenNote): boolean {
  return voice.saved.value?.id === note.id;
}

/** Of a question: the question; of anything else: the same second of the same module. */
function isSameSubject(one: VoiceSubject | undefined, other: VoiceSubject): boolean {
  return (
    one?.routeId === other.routeId &&
    one.moduleId === other.moduleId &&
    one.anchor.questionId === other.anchor.questionId &&
    (one.anchor.questionId !== undefined || one.anchor.time === other.anchor.time)
  );
}
