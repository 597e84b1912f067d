import { describe, expect, it } from 'vitest';
import { readFigureSize } from '../../../src/catalog/figure.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('readFigureSize', () => {
  it.each<[svg: string, size: unknown, why: string]>([
    [
      '<svg width="720" height="480" viewBox="0 0 1 1">',
      { width: 720, height: 480 },
      'its own size',
    ],
    [
      '<?xml version="1.0"?>\n<svg width="30.5px" height="20px">',
      { width: 30.5, height: 20 },
      'pixels',
    ],
    ['<svg viewBox="0 0 40 20">', { width: 40, height: 20 }, 'its view box'],
    [
      '<svg width="100%" height="100%" viewBox="0,0,40,20">',
      { width: 40, height: 20 },
      'a share is no size',
    ],
    ['<svg stroke-width="3" height="20">', undefined, 'another attribute is no width'],
    ['<svg>', undefined, 'no size'],
    ['<html>', undefined, 'no drawing'],
  ])('%s', (svg, size) => {
    expect(readFigureSize('a.svg', bytes(svg))).toEqual(size);
  });

  it('reads a PNG', () => {
    const png = new Uint8Array([
      0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0, 0, 0,
      0, 9,
    ]);
    expect(readFigureSize('a.png', png)).toEqual({ width: 256, height: 9 });
    expect(readFigureSize('a.png', bytes('<svg width="1" height="1">'))).toBeUndefined();
  });

  it('knows no other kinds', () => {
    expect(readFigureSize('a.gif', bytes('GIF89a'))).toBeUndefined();
  });
});
