/** Hears again what a note is about: its own twenty seconds, as long as the sound is still the one it was made with. */
import { fragmentOfNote } from '../../model/fragment.ts';
import type { Note } from '../../model/note.ts';
import { audioKey } from '../../model/progress.ts';
import { episodeId, type Sound } from '../../model/sound.ts';
import type { ContentState } from '../../state/content.ts';
import { useApp } from '../frame/app-context.ts';
import { formatClock } from '../parts/format.ts';
import { markStrings } from '../strings/mark.ts';
import { FragmentButton } from './fragment-button.tsx';

interface NoteFragmentProps {
  note: Note;
  /** Id of the words that tell which note this is. */
  describedBy: string;
}

export function NoteFragment({ note, describedBy }: NoteFragmentProps) {
  const { content } = useApp();
  const sound = soundOfNote(content, note);
  const { time } = note.anchor;
  if (!sound?.audio || time === undefined) return null;
  return (
    <FragmentButton
      id={note.id}
      label={markStrings.listen}
      shown={formatClock(time)}
      describedBy={describedBy}
      summary={sound}
      range={fragmentOfNote(note.anchor, sound.audio.duration)}
    />
  );
}

/** After a new recording the second of a note is another one. */
export function soundOfNote(content: ContentState, note: Note): Sound | undefined {
  const { routeId, moduleId, anchor } = note;
  const episode = content.episodes.value.get(audioKey(routeId, episodeId(moduleId)));
  return [content.summary(routeId, moduleId), episode].find(
    (sound) => sound?.audio && sound.audio.hash === anchor.audioHash,
  );
}
