import { signal } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../../src/model/settings.ts';
import { type KeyEvent, onShortcutKey } from '../../../../src/state/listening/shortcuts.ts';

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
