/** The one hash of the app, as the catalog writes it. */
import type { Sha256 } from './units.ts';

/** Hashes bytes that are in memory; in the browser only on https and localhost. */
export async function sha256(bytes: BufferSource): Promise<Sha256> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
