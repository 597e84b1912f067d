import { beforeEach, expect, test } from 'vitest';
import type { SpokenNote } from '../../../src/model/note.ts';
import { type AppStorage, openStorage } from '../../../src/storage/open-storage.ts';
import {
  createVoiceStore,
  removeVoice,
  type VoiceStore,
} from '../../../src/storage/voice-store.ts';
import { FakeFactory } from './fake-browser.ts';

let fake: FakeFactory;
let storage: AppStorage;
let voice: VoiceStore;

beforeEach(async () => {
  fake = new FakeFactory();
  storage = await openStorage({
    indexedDB: fake.asFactory(),
    localStorage: undefined,
    locks: undefined,
  });
  voice = createVoiceStore(storage.records, storage.guard);
});

function spoken(pieces: number): SpokenNote {
  return {
    id: 'n1',
    kind: 'answer',
    routeId: 'r',
    moduleId: 'a',
    anchor: { questionId: 'q' },
    createdAt: 5,
    voice: { type: 'audio/webm;codecs=opus', duration: pieces, peaks: [0.5], pieces },
  };
}

function bytes(...values: number[]): ArrayBuffer {
  return new Uint8Array(values).buffer;
}

async function loaded(note: SpokenNote): Promise<number[][]> {
  return (await voice.loadPieces(note)).map((piece) => [...new Uint8Array(piece)]);
}

test('the note is whole after every piece', async () => {
  await voice.savePiece(spoken(1), bytes(1, 2));
  expect((await storage.notes.load('n1'))?.note).toEqual(spoken(1));
  await voice.savePiece(spoken(2), bytes(3));
  const [found] = await storage.notes.loadAll();
  expect(found?.note).toEqual(spoken(2));
  expect(await loaded(spoken(2))).toEqual([[1, 2], [3]]);
  expect(await fake.rawGetAll('voice')).toMatchObject([
    { noteId: 'n1', index: 0, schema: 1 },
    { noteId: 'n1', index: 1, schema: 1 },
  ]);
});

test('what became of the note meanwhile stays', async () => {
  await voice.savePiece(spoken(1), bytes(1));
  await fake.rawPut('notes', { ...spoken(1), schema: 1, deletedAt: 9 });
  await voice.savePiece(spoken(2), bytes(2));
  expect((await storage.notes.load('n1'))?.note).toEqual({ ...spoken(2), deletedAt: 9 });
});

test('a piece that cannot be read ends the sound and is kept', async () => {
  for (const index of [0, 1, 2]) await voice.savePiece(spoken(index + 1), bytes(index));
  await fake.rawPut('voice', { noteId: 'n1', index: 1, schema: 1, bytes: 'no bytes' });
  expect(await loaded(spoken(3))).toEqual([[0]]);
  expect(storage.badRecordCount).toBe(1);
});

test('removed for good, nothing is left of the sound, and other sounds stay', async () => {
  await voice.savePiece(spoken(1), bytes(1));
  await voice.savePiece(spoken(2), bytes(2));
  await voice.savePiece({ ...spoken(1), id: 'n2' }, bytes(7));
  await storage.records.write(['voice'], 'strict', (tx) => removeVoice(tx, spoken(2)));
  expect(await fake.rawGetAll('voice')).toMatchObject([{ noteId: 'n2', index: 0 }]);
});

test('notes of before speech was possible still read', async () => {
  const { voice: _voice, ...written } = spoken(1);
  await fake.rawPut('notes', { ...written, schema: 1 });
  expect((await storage.notes.load('n1'))?.note).toEqual(written);
});
