import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { describeAudio } from '../../../src/catalog/audio-file.ts';

const MIB = 1_048_576;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('describeAudio', () => {
  it('hashes the whole and each piece of one MiB, the last one shorter', async () => {
    const bytes = Uint8Array.from({ length: 2 * MIB + 3 }, (_, index) => (index * 7) % 251);
    const audio = await describeAudio(
      bytes,
      { type: 'audio/mp4', duration: 90 },
      'media/r/m',
      false,
    );
    expect(audio).toEqual({
      url: `media/r/m/${sha256(bytes).slice(0, 10)}.m4a`,
      type: 'audio/mp4',
      duration: 90,
      size: 2 * MIB + 3,
      hash: sha256(bytes),
      pieces: [bytes.slice(0, MIB), bytes.slice(MIB, 2 * MIB), bytes.slice(2 * MIB)].map(sha256),
      synthetic: false,
    });
  });

  it('has no empty piece behind a full one', async () => {
    const audio = await describeAudio(
      new Uint8Array(MIB),
      { type: 'audio/mpeg', duration: 1 },
      'm',
      true,
    );
    expect(audio.pieces).toHaveLength(1);
  });
});
