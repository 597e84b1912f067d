import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { PIECE_SIZE } from '../../../src/model/learning-module.ts';
import { PieceMemory, PieceReader } from '../../../src/offline/piece-reader.ts';

type Body = ReadableStream<Uint8Array<ArrayBuffer>>;

/** A body that gives itself chunk by chunk, as a host sends it. */
function chunked(chunks: Uint8Array<ArrayBuffer>[]): Body {
  const left = chunks.values();
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(stream) {
      const { done, value } = left.next();
      if (done) stream.close();
      else stream.enqueue(value);
    },
  });
}

/** One that is read into given memory, as the browser's own bodies are. */
function byteStream(chunks: Uint8Array<ArrayBuffer>[]): Body {
  const left = chunks.filter(({ length }) => length > 0).values();
  return new ReadableStream({
    type: 'bytes',
    pull(stream) {
      const { done, value } = left.next();
      if (!done) {
        stream.enqueue(value.slice());
        return;
      }
      stream.close();
      stream.byobRequest?.respond(0);
    },
  });
}

function numbered(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, index) => index % 251);
}

describe.each([
  ['into given memory', byteStream],
  ['chunk by chunk', chunked],
])('a body that is read %s', (_name, makeBody) => {
  test('gives the same pieces however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        async (chunks, size, isFollowed) => {
          const whole = chunks.flatMap((chunk) => [...chunk]);
          const body = makeBody(chunks.map((chunk) => Uint8Array.from(chunk)));
          const reader = new PieceReader(body, new PieceMemory());
          const told: number[] = [];
          const onBytes = isFollowed ? (bytes: number) => void told.push(bytes) : undefined;
          for (let from = 0; from + size <= whole.length; from += size) {
            const piece = await reader.read(size, onBytes);
            expect([...(piece ?? [])]).toEqual(whole.slice(from, from + size));
            if (isFollowed) expect(told.at(-1)).toBe(size);
          }
          const left = whole.length % size;
          if (left > 0) expect(await reader.read(size, onBytes)).toBeUndefined();
          else expect(await reader.isAtEnd()).toBe(true);
        },
      ),
    );
  });

  it('that has more than was asked for is not at its end', async () => {
    const reader = new PieceReader(makeBody([numbered(10)]), new PieceMemory());
    await reader.read(9);
    expect(await reader.isAtEnd()).toBe(false);
  });

  it('of several whole pieces comes through one memory', async () => {
    const bytes = numbered(2 * PIECE_SIZE + 5);
    const reader = new PieceReader(makeBody([bytes]), new PieceMemory());
    for (const [from, length] of [
      [0, PIECE_SIZE],
      [PIECE_SIZE, PIECE_SIZE],
      [2 * PIECE_SIZE, 5],
    ] as const) {
      const piece = await reader.read(length);
      expect(piece && Buffer.compare(piece, bytes.subarray(from, from + length))).toBe(0);
    }
    expect(await reader.isAtEnd()).toBe(true);
  });
});

test('after a body that broke off the memory reads the next one', async () => {
  const memory = new PieceMemory();
  const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
    type: 'bytes',
    pull: (stream) => stream.error(new Error('the line is gone')),
  });
  await expect(new PieceReader(broken, memory).read(4)).rejects.toThrow('the line is gone');
  expect([...((await new PieceReader(byteStream([numbered(4)]), memory).read(4)) ?? [])]).toEqual([
    0, 1, 2, 3,
  ]);
});

test('every read is watched', async () => {
  let reads = 0;
  const reader = new PieceReader(
    byteStream([numbered(3), numbered(3)]),
    new PieceMemory(),
    (read) => {
      reads += 1;
      return read();
    },
  );
  await reader.read(6, () => undefined);
  expect(reads).toBe(2);
});
