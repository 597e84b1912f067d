import { beforeEach, expect, test } from 'vitest';
import { AppearanceModel } from '../../../src/state/appearance.ts';

let mirror: Map<string, string>;
let shown: Record<string, string | undefined>;
let kept: [string, string][];

function open() {
  const appearance = new AppearanceModel({
    read: (key) => mirror.get(key),
    write: (key, value) => mirror.set(key, value),
    show: (name, value) => {
      shown[name] = value;
    },
    keep: (name, value) => kept.push([name, value]),
  });
  appearance.restore();
  return appearance;
}

beforeEach(() => {
  mirror = new Map();
  shown = {};
  kept = [];
});

test('a choice is shown, mirrored for the first paint, and kept with the other choices', () => {
  const appearance = open();
  appearance.setTheme('dark');
  appearance.setTextSize('larger');
  expect(shown).toEqual({ theme: 'dark', textSize: 'larger' });
  expect(Object.fromEntries(mirror)).toEqual({
    'luisterroute.theme': 'dark',
    'luisterroute.textSize': 'larger',
  });
  expect(kept).toEqual([
    ['theme', 'dark'],
    ['textSize', 'larger'],
  ]);
});

test('what a backup brought back is shown and mirrored', () => {
  const appearance = open();
  appearance.fill({ theme: 'dark', textSize: 'large' });
  expect([appearance.theme.value, appearance.textSize.value]).toEqual(['dark', 'large']);
  expect(shown).toEqual({ theme: 'dark', textSize: 'large' });
  expect(mirror.get('luisterroute.theme')).toBe('dark');
  expect(kept).toEqual([]);
});

test('a bad stored value is the default', () => {
  const appearance = open();
  appearance.fill({ theme: 'purple', textSize: 7 });
  expect([appearance.theme.value, appearance.textSize.value]).toEqual(['system', 'normal']);
  expect(shown).toEqual({ theme: undefined, textSize: undefined });
});

test('a choice of before it was kept there is kept now', () => {
  mirror.set('luisterroute.theme', 'light');
  const appearance = open();
  appearance.fill({});
  expect(appearance.theme.value).toBe('light');
  expect(kept).toEqual([['theme', 'light']]);
});

test('what is chosen before the storage was read is not taken back', () => {
  const appearance = open();
  appearance.setTheme('dark');
  appearance.fill({ theme: 'light' });
  expect(appearance.theme.value).toBe('dark');
  appearance.fill({ theme: 'light' });
  expect(appearance.theme.value).toBe('light');
});

test('a choice of another tab is shown here too, also over an own one, and not kept once more', () => {
  const appearance = open();
  appearance.fill({});
  appearance.setTheme('dark');
  kept = [];
  appearance.fill({ theme: 'light' });
  expect(appearance.theme.value).toBe('light');
  expect(shown.theme).toBe('light');
  expect(kept).toEqual([]);
});
