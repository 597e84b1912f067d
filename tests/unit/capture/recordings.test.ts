import { beforeEach, describe, expect, test } from 'vitest';
import { CaptureError } from '../../../src/capture/capture-error.ts';
import type { FileWork } from '../../../src/capture/file-work-in-worker.ts';
import { RecordingPieces } from '../../../src/capture/recording-pieces.ts';
import { Recordings } from '../../../src/capture/recordings.ts';
import { surveySound } from '../../../src/capture/survey-sound.ts';
import type { RecordingSlot } from '../../../src/capture/take-stock.ts';
import { AUDIO_CACHE, RECORDING_CACHE } from '../../../src/model/cache-names.ts';
import { LARGEST_RECORDING, type Recording } from '../../../src/model/recording.ts';
import { sha256 } from '../../../src/model/sha256.ts';
import type { RecordingRecords } from '../../../src/storage/recording-records.ts';
import { StorageError } from '../../../src/storage/storage-error.ts';
import { DownloadedAudio } from '../../../src/sw/downloaded-audio.ts';
import { makeMp3 } from '../../fixtures/made-sounds.ts';
import { FakeCaches } from '../offline/fake-caches.ts';

const BASE = 'https://voorbeeld.nl/';
const OWNER = 'r/m';

/** Two minutes of sound, made once: two pieces. */
const sound = await makeMp3(new Array(80).fill(0.3), { bitrate: 128, channels: 2 });

let caches: FakeCaches;
let stored: Map<string, Recording>;
let records: RecordingRecords;
let forgotten: string[];
let seen: RecordingSlot[];
let now: number;
let playable: (file: Blob) => Promise<number>;
/** Runs before each piece is stored. */
let beforePiece: (index: number) => void;
/** Told to the other tabs. */
let tell: () => void;
let recordings: Recordings;

function open(): Recordings {
  const pieces = new RecordingPieces(caches.asCacheStorage(), BASE);
  return new Recordings(
    {
      records,
      pieces,
      startWork: (signal): FileWork => ({
        survey: ({ file, type, owner }, onProgress) => surveySound(file, type, owner, onProgress),
        copy: (file, list, onProgress) =>
          pieces.copy(file, list, (bytes) => {
            onProgress(bytes);
            beforePiece(Math.ceil(bytes / 1_048_576));
            signal.throwIfAborted();
          }),
      }),
      checkPlayable: (file) => playable(file),
      now: () => ++now,
      forgetAudio: (hash) => forgotten.push(hash),
      onStored: () => tell(),
    },
    (slots) => {
      const slot = slots.get(OWNER);
      if (slot) seen.push(slot);
    },
  );
}

function mp3(name = 'aflevering.mp3', bytes: Uint8Array<ArrayBuffer> = sound): File {
  return new File([bytes], name, { type: 'audio/mpeg' });
}

const slot = (): RecordingSlot => seen.at(-1) ?? {};
const keys = () => [...caches.cache(RECORDING_CACHE).kept.keys()];

beforeEach(() => {
  caches = new FakeCaches();
  stored = new Map();
  records = {
    loadAll: async () => [...stored.values()],
    save: async (recording) => void stored.set(recording.audioHash, recording),
    remove: async (hash) => void stored.delete(hash),
  };
  forgotten = [];
  seen = [];
  now = 0;
  playable = async () => 80;
  beforePiece = () => undefined;
  tell = () => undefined;
  recordings = open();
});

describe('taking a file in', () => {
  test('ends with every piece, a record, and what the file says of itself', async () => {
    await recordings.add('r', 'm', mp3());
    const { recording } = slot();
    expect(recording).toMatchObject({
      routeId: 'r',
      moduleId: 'm',
      fileName: 'aflevering.mp3',
      type: 'audio/mpeg',
      size: sound.length,
      isSeekExact: true,
      chapters: [],
    });
    expect(recording?.duration).toBeCloseTo(80, 0);
    expect(recording?.copiedAt).toBeGreaterThan(recording?.addedAt ?? 0);
    expect([...stored.values()]).toEqual([recording]);
    expect(recording?.pieces[1]).toBe(await sha256(sound.slice(1_048_576)));
    expect(keys()).toHaveLength(3);
  });

  test('is played by the worker, byte for byte and in parts', async () => {
    await recordings.add('r', 'm', mp3());
    const worker = new DownloadedAudio(caches.asCacheStorage(), BASE);
    const path = `_audio/${slot().recording?.audioHash}`;
    const part = await worker.answer(path, 'bytes=1048570-1048580');
    expect(part.status).toBe(206);
    expect(part.headers.get('Content-Range')).toBe(`bytes 1048570-1048580/${sound.length}`);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(sound.slice(1_048_570, 1_048_581));
    worker.forget(slot().recording?.audioHash ?? '');
    caches.cache(RECORDING_CACHE).kept.delete(`${BASE}${path}/1`);
    expect((await worker.answer(path, 'bytes=0-')).status).toBe(404);
  });

  test('tells its way: checking, reading and copying, each to the end', async () => {
    await recordings.add('r', 'm', mp3());
    const steps = seen.flatMap(({ adding }) => (adding ? [adding] : []));
    expect([...new Set(steps.map(({ phase }) => phase))]).toEqual([
      'checking',
      'reading',
      'copying',
    ]);
    for (const phase of ['reading', 'copying']) {
      expect(steps.findLast((step) => step.phase === phase)?.bytes).toBe(sound.length);
    }
  });

  test('gives the same file the same name, and another name with another module', async () => {
    await recordings.add('r', 'm', mp3());
    const first = slot().recording?.audioHash;
    const puts = caches.puts.length;
    await recordings.add('r', 'm', mp3('kopie.mp3'));
    expect(slot().recording?.audioHash).toBe(first);
    expect(caches.puts.length).toBe(puts);
    await recordings.add('r', 'ander', mp3());
    expect(stored.size).toBe(2);
  });
});

describe('a file that is no good', () => {
  test.each<[why: string, file: () => File, code: string]>([
    ['empty', () => mp3('a.mp3', new Uint8Array()), 'empty'],
    ['text', () => mp3('a.mp3', new TextEncoder().encode('Geen geluid.')), 'not-audio'],
    ['cut in its last frame', () => mp3('a.mp3', sound.slice(0, -100)), 'cut'],
    [
      'no frame behind a tag',
      () =>
        mp3(
          'a.mp3',
          new Uint8Array([
            ...new TextEncoder().encode('ID3'),
            4,
            0,
            0,
            0,
            0,
            0,
            20,
            ...new Array(300).fill(0),
          ]),
        ),
      'not-audio',
    ],
    [
      'too large',
      () => Object.defineProperty(mp3(), 'size', { value: LARGEST_RECORDING + 1 }),
      'too-large',
    ],
  ])('%s', async (_why, file, code) => {
    await recordings.add('r', 'm', file());
    expect(slot()).toEqual({ problem: { code, fileName: file().name } });
    expect(keys()).toEqual([]);
    expect(stored.size).toBe(0);
  });

  test.each(['unplayable', 'video', 'endless'] as const)(
    '%s, as the browser says',
    async (code) => {
      playable = async () => {
        throw new CaptureError(code, '');
      };
      await recordings.add('r', 'm', mp3());
      expect(slot().problem?.code).toBe(code);
      expect(keys()).toEqual([]);
    },
  );

  test('that changes while it is copied', async () => {
    const file = mp3();
    let reads = 0;
    const slice = file.slice.bind(file);
    file.slice = (from, to) => {
      reads += 1;
      // The ends, the chapters and both pieces were read before the copying begins.
      return reads > 6 ? new Blob([new Uint8Array((to ?? 0) - (from ?? 0))]) : slice(from, to);
    };
    await recordings.add('r', 'm', file);
    expect(slot().problem?.code).toBe('unreadable');
    expect(keys()).toEqual([]);
    expect(stored.size).toBe(0);
  });
});

describe('a copy that stops', () => {
  test('for want of room leaves nothing, and says so', async () => {
    for (const quota of [0, 500_000, 1_048_576, 1_200_000, sound.length]) {
      caches.quota = quota;
      await recordings.add('r', 'm', mp3());
      expect(slot(), `${quota}`).toEqual({
        problem: { code: 'quota', fileName: 'aflevering.mp3' },
      });
      expect(keys()).toEqual([]);
      expect(stored.size).toBe(0);
    }
  });

  test('because the record cannot be kept', async () => {
    records.save = async () => {
      throw new StorageError('unavailable', '');
    };
    await recordings.add('r', 'm', mp3());
    expect(slot().problem?.code).toBe('unavailable');
    expect(keys()).toEqual([]);
  });

  test('because the listener stops it leaves nothing, and no reproach', async () => {
    beforePiece = (index) => {
      if (index === 1) recordings.cancel('r', 'm');
    };
    await recordings.add('r', 'm', mp3());
    expect(slot()).toEqual({});
    expect(keys()).toEqual([]);
    expect(stored.size).toBe(0);
  });

  test.each([1, 2])(
    'because the browser is killed after piece %i is cleaned up and told at the next start',
    async (last) => {
      beforePiece = (index) => {
        if (index < last) return;
        throw new Error('killed');
      };
      // In this life nothing can be taken away any more.
      const before = { ...records };
      records.remove = async () => Promise.reject(new Error('killed'));
      const pieces = caches.cache(RECORDING_CACHE);
      const remove = pieces.delete.bind(pieces);
      pieces.delete = async () => Promise.reject(new Error('killed'));
      await recordings.add('r', 'm', mp3());
      expect(keys()).toHaveLength(last);
      expect(stored.size).toBe(1);

      pieces.delete = remove;
      records = before;
      recordings = open();
      seen = [];
      await recordings.start();
      expect(slot()).toEqual({ problem: { code: 'interrupted', fileName: 'aflevering.mp3' } });
      expect(keys()).toEqual([]);
      expect(stored.size).toBe(0);
    },
  );
});

describe('at the start', () => {
  test('a whole recording is there again, with its text', async () => {
    await recordings.add('r', 'm', mp3());
    const transcript = { fileName: 'a.vtt', lines: [{ startTime: 1, endTime: 2, text: 'Ja.' }] };
    await recordings.setTranscript('r', 'm', transcript);
    recordings = open();
    await recordings.start();
    expect(slot().recording?.transcript).toEqual(transcript);
    await recordings.setTranscript('r', 'm', undefined);
    expect(slot().recording).not.toHaveProperty('transcript');
  });

  test.each(['piece', 'manifest'])(
    'a missing %s is noticed: it is gone, and that is said',
    async (part) => {
      await recordings.add('r', 'm', mp3());
      const name = part === 'piece' ? '1' : 'manifest';
      const key = keys().find((url) => url.endsWith(`/${name}`)) ?? '';
      caches.cache(RECORDING_CACHE).kept.delete(key);
      recordings = open();
      seen = [];
      await recordings.start();
      expect(slot()).toEqual({ problem: { code: 'lost', fileName: 'aflevering.mp3' } });
      expect(keys()).toEqual([]);
      expect(stored.size).toBe(0);
    },
  );

  test('pieces that belong to nobody go, downloads are left alone', async () => {
    const hash = 'ab'.repeat(32);
    await caches.cache(RECORDING_CACHE).put(`${BASE}_audio/${hash}/0`, new Response('x'));
    await caches.cache(AUDIO_CACHE).put(`${BASE}_audio/${hash}/0`, new Response('x'));
    await recordings.start();
    expect(keys()).toEqual([]);
    expect(caches.cache(AUDIO_CACHE).kept.size).toBe(1);
  });

  test('what another tab is taking in is left alone', async () => {
    const half: Recording = {
      audioHash: 'cd'.repeat(32),
      routeId: 'r',
      moduleId: 'm',
      fileName: 'a.mp3',
      type: 'audio/mpeg',
      size: 1,
      pieces: ['ef'.repeat(32)],
      duration: 1,
      chapters: [],
      peaks: [],
      isSeekExact: true,
      addedAt: 1,
    };
    stored.set(half.audioHash, half);
    await caches.cache(RECORDING_CACHE).put(`${BASE}_audio/${half.audioHash}/0`, new Response('x'));
    const busy = new Recordings(
      {
        records,
        pieces: new RecordingPieces(caches.asCacheStorage(), BASE),
        startWork: () => {
          throw new Error('not asked for');
        },
        checkPlayable: playable,
        locks: {
          request: (async (
            _name: string,
            _options: unknown,
            callback: (lock: undefined) => unknown,
          ) => callback(null as unknown as undefined)) as unknown as LockManager['request'],
        },
        now: () => 0,
        forgetAudio: () => undefined,
        onStored: () => undefined,
      },
      (slots) => seen.push(slots.get(OWNER) ?? {}),
    );
    await busy.start();
    expect(keys()).toHaveLength(1);
    expect(stored.size).toBe(1);
    await busy.add('r', 'm', mp3());
    expect(slot().problem?.code).toBe('busy');
  });
});

describe('another file, or none', () => {
  test('the old one stays until the new one is whole, and then goes', async () => {
    await recordings.add('r', 'm', mp3());
    const old = slot().recording;
    const other = await makeMp3([0.4, 0.4]);
    beforePiece = () => expect(stored.has(old?.audioHash ?? '')).toBe(true);
    await recordings.add('r', 'm', mp3('beter.mp3', other));
    expect(slot().recording?.fileName).toBe('beter.mp3');
    expect([...stored.keys()]).toEqual([slot().recording?.audioHash]);
    expect(keys().some((url) => url.includes(old?.audioHash ?? '-'))).toBe(false);
    expect(forgotten).toEqual([old?.audioHash]);
  });

  test('a bad file leaves the old one as it was', async () => {
    await recordings.add('r', 'm', mp3());
    const { recording } = slot();
    await recordings.add('r', 'm', mp3('brief.mp3', new TextEncoder().encode('Nee.')));
    expect(slot()).toEqual({ recording, problem: { code: 'not-audio', fileName: 'brief.mp3' } });
    expect(keys()).toHaveLength(3);
  });

  test('removing takes its bytes and record away, and tells the worker', async () => {
    await recordings.add('r', 'm', mp3());
    const hash = slot().recording?.audioHash;
    await recordings.remove('r', 'm');
    expect(slot()).toEqual({});
    expect(keys()).toEqual([]);
    expect(stored.size).toBe(0);
    expect(forgotten).toEqual([hash]);
  });
});

describe('with another tab', () => {
  let other: Recordings;
  /** What the other tab shows. */
  let there: RecordingSlot;
  let looks: Promise<void>[];

  beforeEach(async () => {
    there = {};
    looks = [];
    const pieces = new RecordingPieces(caches.asCacheStorage(), BASE);
    const startWork = () => {
      throw new Error('not asked for');
    };
    other = new Recordings(
      {
        records,
        pieces,
        startWork,
        checkPlayable: playable,
        now: () => 0,
        forgetAudio: () => undefined,
        onStored: () => undefined,
      },
      (slots) => {
        there = slots.get(OWNER) ?? {};
      },
    );
    await other.start();
    tell = () => looks.push(other.lookAgain());
  });

  const told = async () => {
    expect(looks.length).toBeGreaterThan(0);
    await Promise.all(looks.splice(0));
  };

  test('what is added, given a text, replaced and removed here is so there too', async () => {
    await recordings.add('r', 'm', mp3());
    await told();
    expect(there).toEqual({ recording: slot().recording });

    const transcript = { fileName: 'a.vtt', lines: [{ startTime: 1, endTime: 2, text: 'Ja.' }] };
    await recordings.setTranscript('r', 'm', transcript);
    await told();
    expect(there.recording?.transcript).toEqual(transcript);

    await recordings.add('r', 'm', mp3('beter.mp3', await makeMp3([0.4, 0.4])));
    await told();
    expect(there.recording?.fileName).toBe('beter.mp3');

    await recordings.remove('r', 'm');
    await told();
    expect(there).toEqual({});
  });

  test('a copy on its way is nothing there yet, and nothing of it is cleaned up', async () => {
    const looked: RecordingSlot[] = [];
    beforePiece = () => looks.push(other.lookAgain().then(() => void looked.push(there)));
    await recordings.add('r', 'm', mp3());
    await told();
    expect(looked).toContainEqual({});
    expect(slot().recording?.copiedAt).toBeDefined();
    expect(keys()).toHaveLength(3);
  });

  test('what began there while it looked is newer', async () => {
    await recordings.add('r', 'm', mp3());
    await told();
    const looking = other.lookAgain();
    await other.remove('r', 'm');
    await looking;
    expect(there).toEqual({});
  });
});
