/**
 * What is true at the start: compares the records of recordings with their pieces, both ways, after a
 * browser that was killed or cleaned up. The file itself is gone by then, so what is not whole goes too.
 */
import {
  type AddingFile,
  ownerOf,
  type Recording,
  type RecordingProblem,
} from '../model/recording.ts';
import type { RecordingRecords } from '../storage/recording-records.ts';
import type { RecordingPieces } from './recording-pieces.ts';

/** What is so for the episode of one module. A new file may be on its way while the old one still plays. */
export interface RecordingSlot {
  recording?: Recording;
  adding?: AddingFile;
  /** What became of the last file, until another one is tried. */
  problem?: { code: RecordingProblem; fileName: string };
}

/** By `<route>/<module>`. */
export type RecordingSlots = ReadonlyMap<string, RecordingSlot>;

/** What was found for one module. */
export type FoundSlot = RecordingSlot & { owner: string };

/**
 * Looks, and cleans up.
 *
 * @param mayClean - False while another tab takes a file in: what looks unfinished may be on its way.
 */
export async function takeStock(
  { records, pieces }: { records: RecordingRecords; pieces: RecordingPieces },
  mayClean: boolean,
): Promise<FoundSlot[]> {
  // The pieces first: a record that is saved meanwhile must not look like one without pieces.
  const counts = await pieces.list();
  const known = await records.loadAll();
  const newestFirst = known.toSorted((a, b) => (b.copiedAt ?? 0) - (a.copiedAt ?? 0));
  const slots = new Map<string, RecordingSlot>();
  for (const recording of newestFirst) {
    const owner = ownerOf(recording);
    const code = problemWith(recording, counts.get(recording.audioHash) ?? 0);
    const slot = slots.get(owner);
    if (code === undefined && !slot?.recording) {
      slots.set(owner, { ...slot, recording });
      continue;
    }
    if (!mayClean) continue;
    await pieces.remove(recording.audioHash);
    await records.remove(recording.audioHash);
    if (code) slots.set(owner, { ...slot, problem: { code, fileName: recording.fileName } });
  }
  const hashes = new Set(known.map(({ audioHash }) => audioHash));
  for (const hash of counts.keys()) {
    if (mayClean && !hashes.has(hash)) await pieces.remove(hash);
  }
  return [...slots].map(([owner, slot]) => ({ owner, ...slot }));
}

/** A whole recording has all its pieces, and a manifest. */
function problemWith(
  { copiedAt, pieces }: Recording,
  count: number,
): 'interrupted' | 'lost' | undefined {
  if (copiedAt === undefined) return 'interrupted';
  return count === pieces.length + 1 ? undefined : 'lost';
}
