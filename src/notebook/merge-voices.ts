/** How the voices of a backup come in: piece by piece, and never in the place of one that can be read. */
import type { VoicePiece } from '../model/voice-note.ts';
import { decode } from '../storage/codec.ts';
import type { RecordGuard } from '../storage/record-guard.ts';
import type { RecordKey, RecordStore, RecordTransaction } from '../storage/record-store.ts';
import type { Counts } from './merge-plan.ts';
import type { Backup } from './read-backup.ts';

/** A piece that came in. */
export interface AddedPiece {
  key: [noteId: string, index: number];
  /** What stood there and could not be read. */
  before: object | undefined;
  /** Where that was set aside. */
  asideKeys: RecordKey[];
}

/** What is at the place of a piece: nothing, what cannot be read, the same bytes, or others. */
type Standing = 'absent' | 'damaged' | 'same' | 'other';

/** What {@link addVoice} would do, voice by voice. @throws BackupError, StorageError */
export async function countVoices(store: RecordStore, backup: Backup): Promise<Counts> {
  const keys = await store.read(['voice'], (tx) => tx.getKeys('voice'));
  const present = new Set(keys.map((key) => JSON.stringify(key)));
  const counts: Counts = { added: 0, same: 0, differs: 0 };
  for (const voice of backup.voices) {
    const isThere = voice.pieces.some(({ index }) =>
      present.has(JSON.stringify([voice.noteId, index])),
    );
    // Only what is here too has to be unpacked for it.
    const pieces = isThere ? await backup.loadVoice(voice) : [];
    const standings = await store.read(['voice'], (tx) => compareAll(tx, pieces));
    counts[isThere ? outcomeOf(standings) : 'added'] += 1;
  }
  return counts;
}

/** Adds the pieces of one voice that are not there, or cannot be read there. @throws StorageError */
export function addVoice(
  store: RecordStore,
  guard: RecordGuard,
  pieces: readonly VoicePiece[],
): Promise<{ outcome: keyof Counts; added: AddedPiece[] }> {
  return store.write(['voice', 'damaged'], 'strict', async (tx) => {
    const standings = await compareAll(tx, pieces);
    const added: AddedPiece[] = [];
    for (const [place, piece] of pieces.entries()) {
      const standing = standings[place];
      if (standing !== 'absent' && standing !== 'damaged') continue;
      const key: AddedPiece['key'] = [piece.noteId, piece.index];
      const before = (await tx.get('voice', key)) as object | undefined;
      const aside = standing === 'damaged' ? await tx.getKeys('damaged') : [];
      await guard.put(tx, 'voice', piece);
      const after = standing === 'damaged' ? await tx.getKeys('damaged') : [];
      added.push({ key, before, asideKeys: after.filter((name) => !aside.includes(name)) });
    }
    return { outcome: outcomeOf(standings), added };
  });
}

/** Leaves everything as it was before {@link addVoice}. @throws StorageError */
export function takeBack(store: RecordStore, added: readonly AddedPiece[]): Promise<void> {
  return store.write(['voice', 'damaged'], 'strict', async (tx) => {
    for (const { key, before, asideKeys } of added) {
      if (before) await tx.put('voice', before);
      else await tx.remove('voice', key);
      for (const aside of asideKeys) await tx.remove('damaged', aside);
    }
  });
}

/** Whether all pieces are still where they were put: another tab can have cleared away what had no note yet. */
export async function areThere(
  tx: RecordTransaction,
  added: readonly AddedPiece[],
): Promise<boolean> {
  const present = new Set((await tx.getKeys('voice')).map((key) => JSON.stringify(key)));
  return added.every(({ key }) => present.has(JSON.stringify(key)));
}

async function compareAll(
  tx: RecordTransaction,
  pieces: readonly VoicePiece[],
): Promise<Standing[]> {
  const standings: Standing[] = [];
  for (const { noteId, index, bytes } of pieces) {
    standings.push(compare(await tx.get('voice', [noteId, index]), bytes));
  }
  return standings;
}

function compare(record: unknown, bytes: ArrayBuffer): Standing {
  if (record === undefined) return 'absent';
  const decoded = decode('voice', record);
  if (!decoded.ok) return 'damaged';
  const [here, there] = [new Uint8Array(decoded.value.bytes), new Uint8Array(bytes)];
  const isSame = here.length === there.length && here.every((byte, at) => byte === there[at]);
  return isSame ? 'same' : 'other';
}

function outcomeOf(standings: readonly Standing[]): keyof Counts {
  if (standings.every((standing) => standing === 'same')) return 'same';
  return standings.every((standing) => standing === 'absent') ? 'added' : 'differs';
}
