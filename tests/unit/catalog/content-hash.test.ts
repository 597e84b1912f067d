import { describe, expect, it } from 'vitest';
import {
  hashBytes,
  hashText,
  questionVersion,
  shortHash,
} from '../../../src/catalog/content-hash.ts';

/** The example of FIPS 180-2, appendix B.1. */
const HASH_OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

describe('content hashes', () => {
  it('are SHA-256 in lowercase hex', async () => {
    expect(await hashText('abc')).toBe(HASH_OF_ABC);
    expect(await hashBytes(new Uint8Array([0x61, 0x62, 0x63]))).toBe(HASH_OF_ABC);
  });

  it('look only at the bytes of a view, not at those around it', async () => {
    const around = new Uint8Array([0, 0x61, 0x62, 0x63, 0]);
    expect(await hashBytes(around.subarray(1, 4))).toBe(HASH_OF_ABC);
  });

  it('are cut to ten digits in names, and to twelve in question versions', async () => {
    expect(shortHash(HASH_OF_ABC)).toBe('ba7816bf8f');
    expect(await questionVersion('abc')).toBe('ba7816bf8f01');
  });
});
