/** Which lines cost the person something: downloads over those ask first. */
import { expect, it, vi } from 'vitest';
import { watchConnection } from '../../../src/offline/connection.ts';

function navigatorOn(facts: { type?: string; saveData?: boolean }) {
  return { connection: Object.assign(new EventTarget(), facts) };
}

it.each([
  ['mobile data', navigatorOn({ type: 'cellular', saveData: false }), true],
  ['a device that saves data, on wifi too', navigatorOn({ type: 'wifi', saveData: true }), true],
  ['wifi', navigatorOn({ type: 'wifi', saveData: false }), false],
  ['a browser that tells nothing', {}, false],
])('%s', (_name, navigator, isMetered) => {
  expect(watchConnection(navigator).isMetered).toBe(isMetered);
});

it('tells of a change, until it need not', () => {
  const navigator = navigatorOn({ type: 'wifi', saveData: false });
  const watch = watchConnection(navigator);
  const told = vi.fn();
  const stop = watch.onChange(told);
  Object.assign(navigator.connection, { saveData: true }).dispatchEvent(new Event('change'));
  expect(told).toHaveBeenCalledTimes(1);
  expect(watch.isMetered).toBe(true);
  stop();
  navigator.connection.dispatchEvent(new Event('change'));
  expect(told).toHaveBeenCalledTimes(1);
});
