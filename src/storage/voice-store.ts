/**
 * Keeps spoken notes while they are being spoken: each piece in one strict transaction with the note
 * that tells of it, so that a note is whole up to its last piece whenever the browser ends.
 */

import type { SpokenNote } from '../model/note.ts';
import type { VoicePiece } from '../model/voice-note.ts';
import { GUARD_STORES, type RecordGuard } from './record-guard.ts';
import type { RecordStore, RecordTransaction } from './record-store.ts';

/** All methods throw a `StorageError`. */
export interface VoiceStore {
  /** Adds a piece and the note as it is with it; `note.voice.pieces` counts the new piece too. */
  savePiece(note: SpokenNote, bytes: ArrayBuffer): Promise<void>;
  /** The bytes in order, up to the first piece that cannot be read. */
  loadPieces(note: SpokenNote): Promise<ArrayBuffer[]>;
}

/** Makes the store on the database or what stands in for it. */
export function createVoiceStore(records: RecordStore, guard: RecordGuard): VoiceStore {
  return {
    savePiece: (note, bytes) =>
      records.write(['notes', 'voice', ...GUARD_STORES], 'strict', async (tx) => {
        const piece: VoicePiece = { noteId: note.id, index: note.voice.pieces - 1, bytes };
        await guard.put(tx, 'voice', piece);
        // Deleted or given words meanwhile: only what was heard is new.
        const stored = await guard.get(tx, 'notes', note.id);
        await guard.put(tx, 'notes', { ...(stored ?? note), voice: note.voice });
      }),
    loadPieces: (note) =>
      records.read(['voice'], async (tx) => {
        const found: ArrayBuffer[] = [];
        for (let index = 0; index < note.voice.pieces; index += 1) {
          const piece = await guard.get(tx, 'voice', [note.id, index]);
          if (!piece) break;
          found.push(piece.bytes);
        }
        return found;
      }),
  };
}

/**
 * Removes the pieces that no note tells of: a browser that ended while a backup came in leaves them. What
 * belongs to a note that cannot be read stays. The transaction must include `voice`, `notes` and `damaged`.
 */
export async function removeOrphans(tx: RecordTransaction): Promise<void> {
  const known = new Set<unknown>(await tx.getKeys('notes'));
  for (const entry of (await tx.getAll('damaged')) as { record?: { id?: unknown } | null }[]) {
    known.add(entry.record?.id);
  }
  for (const key of await tx.getKeys('voice')) {
    if (Array.isArray(key) && !known.has(key[0])) await tx.remove('voice', key);
  }
}

/** Removes the bytes of a note that is removed for good; the transaction must include the store `voice`. */
export async function removeVoice(tx: RecordTransaction, note: SpokenNote): Promise<void> {
  for (let index = 0; index < note.voice.pieces; index += 1) {
    await tx.remove('voice', [note.id, index]);
  }
}
