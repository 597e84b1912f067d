import { options } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { restWhileHidden, type SeenPage } from '../../../../src/ui/frame/rest-while-hidden.ts';

const { debounceRendering: usual } = options;
let page: { -readonly [Name in keyof SeenPage]: SeenPage[Name] };
let tellVisibility: () => void;
let drawn: number;

const draw = () => {
  drawn += 1;
};

beforeEach(() => {
  drawn = 0;
  page = {
    visibilityState: 'visible',
    addEventListener: (_type, listener) => {
      tellVisibility = listener;
    },
  };
  restWhileHidden(page);
});
afterEach(() => {
  if (usual) options.debounceRendering = usual;
  else delete options.debounceRendering;
});

function show(state: DocumentVisibilityState): void {
  page.visibilityState = state;
  tellVisibility();
}

test('a page that is seen is drawn, after what is under way', async () => {
  options.debounceRendering?.(draw);
  expect(drawn).toBe(0);
  await Promise.resolve();
  expect(drawn).toBe(1);
});

test('one that is hidden is drawn once, when it is seen again', async () => {
  show('hidden');
  options.debounceRendering?.(draw);
  await Promise.resolve();
  expect(drawn).toBe(0);
  show('visible');
  expect(drawn).toBe(1);
  show('hidden');
  show('visible');
  expect(drawn).toBe(1);
});
