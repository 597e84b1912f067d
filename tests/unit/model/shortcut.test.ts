import { expect, test } from 'vitest';
import { type KeyPress, shortcutFor } from '../../../src/model/shortcut.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  hasModifier: false,
  isRepeat: false,
  focus: 'none',
  ...more,
});

test.each([
  [press(' '), 'toggle', 'space'],
  [press('k'), 'toggle', 'k'],
  [press('K'), 'toggle', 'with caps lock on'],
  [press('j'), 'back', 'j'],
  [press('l'), 'forward', 'l'],
  [press('m'), 'mark', 'm'],
  [press('x'), undefined, 'another key'],
  [press('toString'), undefined, 'a name that every object has'],
  [press('k', { hasModifier: true }), undefined, 'with Ctrl, Alt, Shift or Meta'],
  [press('k', { focus: 'field' }), undefined, 'while typing'],
  [press(' ', { focus: 'control' }), undefined, 'space belongs to the control'],
  [press('k', { focus: 'control' }), 'toggle', 'a letter does nothing for a button'],
  [press('j', { isRepeat: true }), 'back', 'held down: on and on'],
  [press('k', { isRepeat: true }), undefined, 'held down: once'],
  [press('m', { isRepeat: true }), undefined, 'held down: one mark'],
])('%j: %s (%s)', (given, expected, _why) => {
  expect(shortcutFor(given)).toBe(expected);
});
