import { expect, test } from 'vitest';
import { type EraseDeps, EraseModel } from '../../../../src/state/notebook/erase.ts';

function start(deps: Partial<EraseDeps>) {
  const erased: (readonly string[])[] = [];
  const model = new EraseModel({
    loadErase: async () => async () => [],
    stop: async () => undefined,
    onErased: (left) => void erased.push(left),
    ...deps,
  });
  return { model, erased };
}

test('without its code nothing is deleted, and that is said', async () => {
  const { model, erased } = start({ loadErase: () => Promise.reject(new Error('offline')) });
  await model.eraseAll();
  expect(model.step.value).toBe('failed');
  expect(erased).toEqual([]);
});

test('what does not let go is deleted all the same', async () => {
  const { model, erased } = start({
    stop: () => Promise.reject(new Error('stuck')),
    loadErase: async () => async () => ['luisterroute'],
  });
  await model.eraseAll();
  expect(model.step.value).not.toBe('failed');
  expect(erased).toEqual([['luisterroute']]);
});
