import { expect, test } from 'vitest';
import { BackupModel } from '../../../../src/state/notebook/backup.ts';
import type { BackupWork } from '../../../../src/state/notebook/backup-work.ts';

const note = {
  note: {
    id: 'n',
    kind: 'free' as const,
    routeId: 'r',
    moduleId: 'a',
    anchor: {},
    createdAt: 1,
  },
  text: 'woorden',
  updatedAt: 1,
  revisions: [],
};

const work = {
  noteText: () => 'als tekst',
  allText: async () => 'alles',
} as unknown as BackupWork;

const refuse = (name: string) => () => Promise.reject(new DOMException('no', name));

/** What is given away, by a device with these ways. */
function sharing(ways: {
  shareText?: (text: string) => Promise<void>;
  copy?: (text: Promise<string>) => Promise<void>;
}) {
  const copies: string[] = [];
  const backup = new BackupModel({
    loadWork: async () => work,
    giver: { prefersShare: () => false, download: () => undefined, share: async () => undefined },
    copy: async (text) => void copies.push(await text),
    shareText: undefined,
    entryOf: () => ({ path: 'p', notes: [note] }) as never,
    arrangeNow: () => [],
    fetchTexts: async () => undefined,
    onBackup: async () => undefined,
    onRestored: () => undefined,
    now: () => 1,
    ...ways,
  });
  return { backup, copies };
}

test('a note goes to the share sheet, which speaks for itself', async () => {
  const shared: string[] = [];
  const { backup, copies } = sharing({ shareText: async (text) => void shared.push(text) });
  expect(await backup.shareNote(note)).toBeUndefined();
  expect(shared).toEqual(['als tekst']);
  expect(copies).toEqual([]);
});

test('closing the share sheet copies nothing', async () => {
  const { backup, copies } = sharing({ shareText: refuse('AbortError') });
  expect(await backup.shareNote(note)).toBeUndefined();
  expect(copies).toEqual([]);
});

test('a share sheet that cannot be opened, or is not there, gives way to a copy', async () => {
  for (const ways of [{ shareText: refuse('NotAllowedError') }, {}]) {
    const { backup, copies } = sharing(ways);
    expect(await backup.shareNote(note)).toBe('copied');
    expect(copies).toEqual(['als tekst']);
  }
});

test('it is told when the copy is refused too', async () => {
  const copy = refuse('NotAllowedError');
  const { backup } = sharing({ shareText: refuse('NotAllowedError'), copy });
  expect(await backup.shareNote(note)).toBe('failed');
  await backup.copyAll();
  expect(backup.exportState.value).toEqual({ kind: 'failed' });
});
