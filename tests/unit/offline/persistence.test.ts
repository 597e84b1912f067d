import { describe, expect, it } from 'vitest';
import {
  askPersistence,
  type PersistenceAnswer,
  readEstimate,
  readPersistence,
} from '../../../src/offline/persistence.ts';

/** The part of the browser that is asked. */
function storage(parts: Partial<StorageManager>): StorageManager {
  return parts as StorageManager;
}

function answerOf(
  ask: (storage: StorageManager | undefined, onAnswer: (answer: PersistenceAnswer) => void) => void,
  asked: StorageManager | undefined,
): Promise<PersistenceAnswer> {
  return new Promise((resolve) => ask(asked, resolve));
}

describe('asking to keep the data', () => {
  it.each([
    ['granted', storage({ persist: async () => true }), 'granted'],
    ['denied', storage({ persist: async () => false }), 'denied'],
    ['an error', storage({ persist: () => Promise.reject(new Error('no')) }), 'unknown'],
    ['a browser without it', undefined, 'unknown'],
  ])('%s', async (_name, asked, expected) => {
    expect(await answerOf(askPersistence, asked)).toBe(expected);
  });

  it('"not yet" is not a refusal', async () => {
    expect(await answerOf(readPersistence, storage({ persisted: async () => false }))).toBe(
      'unknown',
    );
    expect(await answerOf(readPersistence, storage({ persisted: async () => true }))).toBe(
      'granted',
    );
  });
});

describe('room', () => {
  it('is what the browser tells', async () => {
    const asked = storage({ estimate: async () => ({ usage: 30, quota: 100 }) });
    expect(await readEstimate(asked)).toEqual({ used: 30, free: 70 });
  });

  it('is unknown where it tells nothing', async () => {
    expect(await readEstimate(undefined)).toBeUndefined();
    expect(await readEstimate(storage({ estimate: async () => ({}) }))).toBeUndefined();
  });

  it('is never negative', async () => {
    const asked = storage({ estimate: async () => ({ usage: 130, quota: 100 }) });
    expect(await readEstimate(asked)).toEqual({ used: 130, free: 0 });
  });
});
