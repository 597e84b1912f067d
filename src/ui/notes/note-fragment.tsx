/** Hears again what a note is about: its own twenty seconds, as long as the sound is still the one it was made with. */
import { findSentence } from '../../model/carry-over.ts';
import { formatClock } from '../../model/clock-time.ts';
import { fragmentOfNote } from '../../model/fragment.ts';
import type { Note } from '../../model/note.ts';
import { audioKey } from '../../model/progress.ts';
import { episodeId, type Sound } from '../../model/sound.ts';
import type { Seconds } from '../../model/units.ts';
import type { ContentState } from '../../state/content.ts';
import { useApp } from '../frame/app-context.ts';
import { markStrings } from '../strings/mark.ts';
import { FragmentButton } from './fragment-button.tsx';

interface NoteFragmentProps {
  note: Note;
  /** Id of the words that tell which note this is. */
  describedBy: string;
}

export function NoteFragment({ note, describedBy }: NoteFragmentProps) {
  const { content } = useApp();
  const { routeId, moduleId, anchor } = note;
  const summary = content.summary(routeId, moduleId);
  const sound = soundOfNote(content, note);
  const moved = useMovedPlace(note, sound === undefined);
  const played = sound ?? (moved === undefined ? undefined : summary);
  const time = moved ?? anchor.time;
  // The recording of an episode can be taken away by the listener: then nothing was made anew.
  const isLost =
    !played && summary?.audio && !summary.hasEpisode && anchor.questionId === undefined;
  if (isLost && time !== undefined) return <p>{markStrings.lost}</p>;
  if (!played?.audio || time === undefined) return null;
  return (
    <>
      <FragmentButton
        id={note.id}
        label={markStrings.listen}
        shown={formatClock(time)}
        describedBy={describedBy}
        summary={played}
        range={fragmentOfNote({ ...anchor, time }, played.audio.duration)}
      />
      {sound ? null : <p>{markStrings.moved}</p>}
    </>
  );
}

/** Where the words of a mark are in the sound as it is now. */
function useMovedPlace(note: Note, isWanted: boolean): Seconds | undefined {
  const { content } = useApp();
  const { routeId, moduleId, anchor } = note;
  const isMark = anchor.sentence !== undefined && anchor.questionId === undefined;
  if (!isWanted || !isMark || !content.summary(routeId, moduleId)?.audio) return undefined;
  const load = content.module(routeId, moduleId).value;
  return load.kind === 'ready'
    ? findSentence(load.module, anchor.sentence ?? '', anchor.time)
    : undefined;
}

/** After a new recording the second of a note is another one. */
export function soundOfNote(content: ContentState, note: Note): Sound | undefined {
  const { routeId, moduleId, anchor } = note;
  const episode = content.episodes.value.get(audioKey(routeId, episodeId(moduleId)));
  return [content.summary(routeId, moduleId), episode].find(
    (sound) => sound?.audio && sound.audio.hash === anchor.audioHash,
  );
}
