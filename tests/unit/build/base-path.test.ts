import { describe, expect, it } from 'vitest';
import { readBasePath } from '../../../src/build/base-path.ts';

describe('the folder on the host', () => {
  it.each(['/', '/map/', '/een/twee-3/', '/~naam/app_1.0/'])('may be %s', (base) => {
    expect(readBasePath(base)).toBe(base);
  });

  it('is the whole host when nothing was asked', () => {
    expect(readBasePath('')).toBe('/');
  });

  it.each([
    ['/map', 'no slash at its end: addresses would read /mapassets'],
    ['map/', 'no slash at its start'],
    ['//host/', 'another host'],
    ['https://example.org/map/', 'an address'],
    ['/een map/', 'a space'],
    ['/"map"/', 'a sign that would end an attribute'],
  ])('may not be %s: %s', (base) => {
    expect(() => readBasePath(base)).toThrow(`BASE_PATH=${base} kan niet`);
  });
});
