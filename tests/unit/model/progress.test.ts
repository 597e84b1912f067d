import { describe, expect, test } from 'vitest';
import {
  audioKey,
  emptyProgress,
  mergeProgress,
  type Progress,
} from '../../../src/model/progress.ts';

const base: Progress = { ...emptyProgress('r/m', 10), duration: 100 };

describe('audioKey', () => {
  test('names the module, and its episode apart', () => {
    expect(audioKey('twee-werelden', 'overbrug-taal')).toBe('twee-werelden/overbrug-taal');
    expect(audioKey('twee-werelden', 'overbrug-taal', 'episode')).toBe(
      'twee-werelden/overbrug-taal#episode',
    );
  });
});

describe('mergeProgress', () => {
  test('takes the incoming one as it is when nothing was stored', () => {
    expect(mergeProgress(undefined, base)).toBe(base);
  });

  test('keeps a completion that the incoming one does not know', () => {
    const stored: Progress = { ...base, completed: { at: 5, how: 'marked' } };
    expect(mergeProgress(stored, { ...base, position: 3 })).toMatchObject({
      position: 3,
      completed: { at: 5, how: 'marked' },
    });
  });

  test('keeps the first completion of two', () => {
    const stored: Progress = { ...base, completed: { at: 5, how: 'read' } };
    const incoming: Progress = { ...base, completed: { at: 9, how: 'heard' } };
    expect(mergeProgress(stored, incoming).completed).toEqual({ at: 5, how: 'read' });
  });

  test('adds up what two tabs heard', () => {
    const stored: Progress = { ...base, heard: [{ startTime: 0, endTime: 10 }] };
    const incoming: Progress = { ...base, heard: [{ startTime: 50, endTime: 60 }] };
    expect(mergeProgress(stored, incoming).heard).toEqual([
      { startTime: 0, endTime: 10 },
      { startTime: 50, endTime: 60 },
    ]);
  });

  test('does not carry passages of one sound over to another', () => {
    const stored: Progress = { ...base, audioHash: 'old', heard: [{ startTime: 0, endTime: 90 }] };
    const incoming: Progress = { ...base, audioHash: 'new', heard: [{ startTime: 0, endTime: 1 }] };
    expect(mergeProgress(stored, incoming)).toMatchObject({
      audioHash: 'new',
      heard: [{ startTime: 0, endTime: 1 }],
    });
  });

  test('marking as finished without sound keeps the hash and the last time of playing', () => {
    const stored: Progress = { ...base, audioHash: 'old', lastPlayedAt: 77 };
    const marked: Progress = { ...base, completed: { at: 80, how: 'marked' } };
    expect(mergeProgress(stored, marked)).toMatchObject({ audioHash: 'old', lastPlayedAt: 77 });
  });
});
