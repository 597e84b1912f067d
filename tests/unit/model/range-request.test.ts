import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatContentRange,
  readContentRange,
  readRange,
} from '../../../src/model/range-request.ts';

describe('readRange', () => {
  it.each([
    ['no header', undefined, 'whole'],
    ['another unit', 'items=0-1', 'whole'],
    ['no numbers at all', 'bytes=-', 'whole'],
    ['letters', 'bytes=a-b', 'whole'],
    ['end before start is malformed', 'bytes=5-4', 'whole'],
    ['two ranges', 'bytes=0-1,4-5', 'whole'],
    ['a negative number', 'bytes=-1-5', 'whole'],
    ['start past the end', 'bytes=10-', 'unsatisfiable'],
    ['start far past the end', 'bytes=99-120', 'unsatisfiable'],
    ['the last zero bytes', 'bytes=-0', 'unsatisfiable'],
  ])('%s', (_why, header, kind) => {
    expect(readRange(header, 10).kind).toBe(kind);
  });

  it.each([
    ['the first byte', 'bytes=0-0', 0, 0],
    ['from a point to the end', 'bytes=4-', 4, 9],
    ['the last byte', 'bytes=9-9', 9, 9],
    ['an end past the end is cut', 'bytes=4-99', 4, 9],
    ['the last three', 'bytes=-3', 7, 9],
    ['more last bytes than there are', 'bytes=-30', 0, 9],
    ['the unit has no case', 'Bytes=2-3', 2, 3],
    ['a number beyond exact integers', 'bytes=4-99999999999999999999', 4, 9],
  ])('%s', (_why, header, first, last) => {
    expect(readRange(header, 10)).toEqual({ kind: 'part', first, last });
  });

  it('has nothing to give of an empty file', () => {
    expect(readRange('bytes=0-', 0).kind).toBe('unsatisfiable');
    expect(readRange('bytes=-5', 0).kind).toBe('unsatisfiable');
    expect(readRange(undefined, 0).kind).toBe('whole');
  });

  it('gives the bytes that a byte-by-byte model gives', () => {
    const position = fc.integer({ min: 0, max: 60 });
    const header = fc.oneof(
      fc.tuple(position, position).map(([from, to]) => ({ from, to, text: `bytes=${from}-${to}` })),
      position.map((from) => ({ from, to: undefined, text: `bytes=${from}-` })),
      position.map((count) => ({ from: undefined, to: count, text: `bytes=-${count}` })),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), header, (size, { from, to, text }) => {
        const all = Array.from({ length: size }, (_, index) => index);
        const wanted = all.filter((index) =>
          from === undefined
            ? index >= size - (to ?? 0)
            : index >= from && index <= (to ?? Number.POSITIVE_INFINITY),
        );
        const answer = readRange(text, size);
        const malformed = from !== undefined && to !== undefined && to < from;
        if (malformed) expect(answer).toEqual({ kind: 'whole' });
        else if (wanted.length === 0) expect(answer).toEqual({ kind: 'unsatisfiable' });
        else if (answer.kind !== 'part') expect.fail(`${text} of ${size}: ${answer.kind}`);
        else expect(all.slice(answer.first, answer.last + 1)).toEqual(wanted);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws and never leaves the file, whatever the header', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 99 }), (noise, size) => {
        const answer = readRange(`bytes=${noise}`, size);
        if (answer.kind !== 'part') return;
        expect(answer.first).toBeGreaterThanOrEqual(0);
        expect(answer.last).toBeLessThan(size);
        expect(answer.first).toBeLessThanOrEqual(answer.last);
      }),
    );
  });
});

describe('Content-Range', () => {
  it('is written as RFC 9110 section 14.4 shows', () => {
    expect(formatContentRange(1234, { first: 42, last: 1233 })).toBe('bytes 42-1233/1234');
    expect(formatContentRange(1234)).toBe('bytes */1234');
  });

  it.each([
    ['absent', null],
    ['open size', 'bytes 0-9/*'],
    ['no part', 'bytes */10'],
    ['past the end', 'bytes 5-10/10'],
    ['backwards', 'bytes 5-4/10'],
    ['another unit', 'items 0-1/10'],
  ])('%s is not trusted', (_why, header) => {
    expect(readContentRange(header)).toBeUndefined();
  });

  it('is read', () => {
    expect(readContentRange('bytes 0-9/10')).toEqual({ first: 0, last: 9, size: 10 });
  });
});
