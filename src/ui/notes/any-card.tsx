/** The card of a note, whatever it is. */
import { isSpoken, type NoteWithText } from '../../model/note.ts';
import { MarkCard } from './mark-card.tsx';
import { NoteCard } from './note-card.tsx';
import { PlanCard } from './plan-card.tsx';
import { VoiceCard } from './voice-card.tsx';

export function AnyCard({ note: entry }: { note: NoteWithText }) {
  const { note, fields } = entry;
  if (isSpoken(note)) return <VoiceCard entry={entry} note={note} />;
  if (note.kind === 'mark') return <MarkCard note={entry} />;
  return fields === undefined ? <NoteCard note={entry} /> : <PlanCard note={entry} />;
}
