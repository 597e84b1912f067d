/** SHA-256 over text and bytes, the same in node and in browsers. */
import type { Sha256 } from '../model/units.ts';

/** Hashes bytes. */
export async function hashBytes(bytes: Uint8Array): Promise<Sha256> {
  // A copy, because Web Crypto refuses a view on shared memory and the types cannot tell.
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Hashes text as UTF-8. */
export async function hashText(text: string): Promise<Sha256> {
  return hashBytes(new TextEncoder().encode(text));
}

/** The part of a hash that a file name holds: ten digits. */
export function shortHash(hash: Sha256): string {
  return hash.slice(0, 10);
}

/** The version of a question: the first twelve hex digits of the SHA-256 of its text. */
export async function questionVersion(text: string): Promise<string> {
  return (await hashText(text)).slice(0, 12);
}
