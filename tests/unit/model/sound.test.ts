import { expect, test } from 'vitest';
import { audioKey } from '../../../src/model/progress.ts';
import { episodeId, moduleOfSound } from '../../../src/model/sound.ts';

test('the id of an episode gives the key under which its progress was kept from the start', () => {
  expect(audioKey('r', episodeId('a'))).toBe(audioKey('r', 'a', 'episode'));
});

test('both sounds of a module lead to its page', () => {
  expect(moduleOfSound('wat-nu')).toBe('wat-nu');
  expect(moduleOfSound(episodeId('wat-nu'))).toBe('wat-nu');
});
