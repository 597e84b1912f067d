import { signal } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../../src/model/settings.ts';
import { keepAwake } from '../../../../src/state/listening/keep-awake.ts';
import { type KeyEvent, onShortcutKey } from '../../../../src/state/listening/shortcuts.ts';
import { SharingModel } from '../../../../src/state/reading/sharing.ts';
import { TextSearchModel } from '../../../../src/state/reading/text-search.ts';

const settle = () => new Promise((done) => setTimeout(done));

describe('searching in the text', () => {
  const search = () => {
    const model = new TextSearchModel([
      { id: 's1', text: 'Een en een.' },
      { id: 's2', text: 'Nog een.' },
    ]);
    model.open();
    return model;
  };

  test('goes round through all places, both ways', () => {
    const model = search();
    model.setQuery('een');
    expect(model.matches.value).toHaveLength(3);
    expect(model.current.value).toMatchObject({ lineId: 's1', start: 0, number: 0 });
    model.next();
    model.next();
    expect(model.current.value).toMatchObject({ lineId: 's2', start: 4, number: 2 });
    model.next();
    expect(model.current.value?.number).toBe(0);
    model.previous();
    expect(model.current.value?.number).toBe(2);
    expect(model.byLine.value.get('s1')).toHaveLength(2);
  });

  test('other words begin at the first place; nothing found has no place', () => {
    const model = search();
    model.setQuery('een');
    model.next();
    model.setQuery('nog');
    expect(model.current.value?.number).toBe(0);
    model.setQuery('niets');
    model.next();
    expect(model.current.value).toBeUndefined();
  });

  test('closed, nothing is marked', () => {
    const model = search();
    model.setQuery('een');
    model.close();
    expect(model.matches.value).toEqual([]);
  });
});

describe('sharing', () => {
  const moment = { title: 'A', url: 'https://example.org/r/a/?t=5' };

  test('through the share sheet, without a message', async () => {
    const shared: unknown[] = [];
    const model = new SharingModel({
      share: async (given) => void shared.push(given),
      copy: async () => expect.unreachable(),
    });
    await model.share(moment);
    expect(shared).toEqual([moment]);
    expect(model.result.value).toBeUndefined();
  });

  test('a share sheet that is closed says nothing and copies nothing', async () => {
    const model = new SharingModel({
      share: async () => {
        throw new DOMException('', 'AbortError');
      },
      copy: async () => expect.unreachable(),
    });
    await model.share(moment);
    expect(model.result.value).toBeUndefined();
  });

  test('without a share sheet, or with a broken one, the address is copied', async () => {
    for (const share of [undefined, async () => Promise.reject(new Error('no'))]) {
      const copied: string[] = [];
      const model = new SharingModel({
        ...(share ? { share } : {}),
        copy: async (text) => void copied.push(text),
      });
      await model.share(moment);
      expect(copied).toEqual([moment.url]);
      expect(model.result.value).toBe('link-copied');
    }
  });

  test('a copy that is refused is said', async () => {
    const model = new SharingModel({ copy: () => Promise.reject(new Error('no')) });
    await model.copyText('x');
    expect(model.result.value).toBe('failed');
  });
});

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

describe('keys', () => {
  function press(
    key: string,
    stored: Record<string, unknown> = {},
    { isLoaded = true, isCovered = false } = {},
  ) {
    const done: string[] = [];
    const event: KeyEvent = {
      key,
      ctrlKey: false,
      altKey: false,
      shiftKey: false,
      metaKey: false,
      repeat: false,
      isComposing: false,
      defaultPrevented: false,
      target: null,
      preventDefault: () => void done.push('prevented'),
    };
    const loaded = signal(isLoaded ? ({} as never) : undefined);
    onShortcutKey(event, {
      playback: {
        loaded,
        toggle: () => void done.push('toggle'),
        skip: (by) => void done.push(`skip ${by}`),
      },
      settings: { values: signal(readSettings(stored)) },
      mark: () => void done.push('mark'),
      isCovered: () => isCovered,
    });
    return done;
  }

  test.each([
    ['k', {}, ['prevented', 'toggle']],
    ['j', { backStep: 20 }, ['prevented', 'skip -20']],
    ['l', { forwardStep: 45 }, ['prevented', 'skip 45']],
    ['m', {}, ['prevented', 'mark']],
    ['k', { shortcuts: false }, []],
    ['x', {}, []],
  ])('%s with %j: %j', (key, stored, expected) => {
    expect(press(key, stored)).toEqual(expected);
  });

  test('nothing in the player: the keys are left alone', () => {
    expect(press(' ', {}, { isLoaded: false })).toEqual([]);
  });

  test('under a dialog the keys are left alone', () => {
    for (const key of ['k', 'm', ' ']) expect(press(key, {}, { isCovered: true })).toEqual([]);
  });
});
