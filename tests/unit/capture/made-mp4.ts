/** MP4 files without sound, box by box. @see https://www.iso.org/standard/83102.html (ISO/IEC 14496-12) */

type Part = number[] | Uint8Array;

/** A box with these parts in it. */
export function box(name: string, ...parts: Part[]): Uint8Array<ArrayBuffer> {
  const body = parts.flatMap((part) => [...part]);
  return new Uint8Array([...word(body.length + 8), ...letters(name), ...body]);
}

/** Chapters in the way of Nero; times in seconds. */
export function neroList(chapters: [title: string, time: number][]): Uint8Array {
  return box(
    'chpl',
    [1, 0, 0, 0, 0, 0, 0, 0, chapters.length],
    ...chapters.map(([title, time]) => {
      const ticks = time * 10_000_000;
      return [
        ...word(Math.floor(ticks / 2 ** 32)),
        ...word(ticks % 2 ** 32),
        title.length,
        ...letters(title),
      ];
    }),
  );
}

/**
 * A whole file whose sound track names a track of texts as its chapters; durations in seconds.
 *
 * @param isOneChunk - All texts in one chunk, else each in one of its own.
 */
export function chapterTrack(
  titles: string[],
  durations: number[],
  isOneChunk: boolean,
): Uint8Array<ArrayBuffer> {
  const samples = titles.map((title) => {
    const text = [...new TextEncoder().encode(title)];
    return [text.length >> 8, text.length & 255, ...text];
  });
  const head = box('ftyp', letters('M4A '), word(0), letters('M4A '));
  const build = (textStart: number) =>
    box('moov', movieHeader(), soundTrack(), textTrack(samples, durations, textStart, isOneChunk));
  const textStart = head.length + build(0).length + 8;
  return new Uint8Array([...head, ...build(textStart), ...box('mdat', samples.flat())]);
}

function movieHeader(): Uint8Array {
  return box('mvhd', word(0), word(0), word(0), word(1000), word(60_000), new Array(80).fill(0));
}

function soundTrack(): Uint8Array {
  return box(
    'trak',
    trackHeader(1),
    box('tref', box('chap', word(2))),
    box(
      'mdia',
      mediaHeader(44_100),
      handler('soun'),
      box('minf', box('stbl', sampleTable('mp4a', new Array(28).fill(0)), tables([1024], [4], 0))),
    ),
  );
}

function textTrack(
  samples: number[][],
  durations: number[],
  start: number,
  isOneChunk: boolean,
): Uint8Array {
  const times = durations.map((duration) => duration * 1000);
  return box(
    'trak',
    trackHeader(2),
    box(
      'mdia',
      mediaHeader(1000),
      handler('text'),
      box(
        'minf',
        box(
          'stbl',
          sampleTable('text', new Array(51).fill(0)),
          tables(
            times,
            samples.map((sample) => sample.length),
            start,
            isOneChunk,
          ),
        ),
      ),
    ),
  );
}

function tables(times: number[], sizes: number[], start: number, isOneChunk = true): Uint8Array {
  let offset = start;
  const starts = sizes.map((size) => {
    offset += size;
    return offset - size;
  });
  const chunks = isOneChunk ? [start] : starts;
  const perChunk = isOneChunk ? sizes.length : 1;
  return new Uint8Array([
    ...box(
      'stts',
      word(0),
      word(times.length),
      ...times.map((time) => [...word(1), ...word(time)]),
    ),
    ...box('stsc', word(0), word(1), word(1), word(perChunk), word(1)),
    ...box('stsz', word(0), word(0), word(sizes.length), ...sizes.map(word)),
    ...box('stco', word(0), word(chunks.length), ...chunks.map(word)),
  ]);
}

function sampleTable(format: string, body: number[]): Uint8Array {
  return box('stsd', word(0), word(1), box(format, [0, 0, 0, 0, 0, 0, 0, 1], body));
}

function trackHeader(id: number): Uint8Array {
  return box('tkhd', word(7), word(0), word(0), word(id), new Array(68).fill(0));
}

function mediaHeader(timescale: number): Uint8Array {
  return box('mdhd', word(0), word(0), word(0), word(timescale), word(60 * timescale), word(0));
}

function handler(kind: string): Uint8Array {
  return box('hdlr', word(0), word(0), letters(kind), new Array(13).fill(0));
}

function word(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
}

function letters(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}
