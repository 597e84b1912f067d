import { signal } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import { keepAwake } from '../../../../src/state/listening/keep-awake.ts';

const settle = () => new Promise((done) => setTimeout(done));

describe('a screen that stays on', () => {
  const device = () => {
    const locks: { isReleased: boolean }[] = [];
    const answers: (() => void)[] = [];
    return {
      locks,
      answer: () => answers.shift()?.(),
      request: () =>
        new Promise<{ release: () => Promise<void> }>((resolve) => {
          answers.push(() => {
            const lock = { isReleased: false };
            locks.push(lock);
            resolve({
              async release() {
                lock.isReleased = true;
              },
            });
          });
        }),
    };
  };

  test('from wanted to not wanted, and again', async () => {
    const { locks, answer, request } = device();
    const isWanted = signal(false);
    keepAwake(isWanted, request);
    answer();
    expect(locks).toHaveLength(0);
    isWanted.value = true;
    answer();
    await settle();
    expect(locks).toEqual([{ isReleased: false }]);
    isWanted.value = false;
    expect(locks).toEqual([{ isReleased: true }]);
    isWanted.value = true;
    answer();
    await settle();
    expect(locks).toEqual([{ isReleased: true }, { isReleased: false }]);
  });

  test('a lock that comes too late is let go at once', async () => {
    const { locks, answer, request } = device();
    const isWanted = signal(true);
    keepAwake(isWanted, request);
    isWanted.value = false;
    answer();
    await settle();
    expect(locks).toEqual([{ isReleased: true }]);
  });

  test('a refusal is silent, and the next wish asks again', async () => {
    let asked = 0;
    const isWanted = signal(true);
    keepAwake(isWanted, () => {
      asked += 1;
      return Promise.reject(new Error('battery'));
    });
    await settle();
    isWanted.value = false;
    isWanted.value = true;
    await settle();
    expect(asked).toBe(2);
  });
});
