/** From what an audio element tells of a failure to what can be done about it. */
import type { PlaybackErrorCode } from './audio-engine.ts';

/** The parts of the browser that a closer look needs. */
export interface FailureProbe {
  isOnline(): boolean;
  fetch(url: string, init: RequestInit): Promise<Response>;
}

/** The codes of `MediaError`, which does not exist in node. */
const NETWORK = 2;
const DECODE = 3;

/**
 * Names a failure. The element says "not supported" of a missing file and of a dead connection too, so
 * then one byte is asked for.
 *
 * @see https://html.spec.whatwg.org/multipage/media.html#error-codes
 */
export async function classifyMediaError(
  code: number,
  url: string,
  probe: FailureProbe,
): Promise<PlaybackErrorCode> {
  if (code === NETWORK) return 'network';
  if (code === DECODE) return 'decode';
  if (!/^https?:/.test(url)) return 'unsupported';
  if (!probe.isOnline()) return 'network';
  try {
    const response = await probe.fetch(url, {
      headers: { Range: 'bytes=0-0' },
      cache: 'no-store',
      // Followed to another host it would be refused, and look like a dead connection.
      redirect: 'manual',
      signal: AbortSignal.timeout(PROBE_LIMIT_MS),
    });
    // Our own sound never moves: what sends on is a network that wants a login first.
    if (response.type === 'opaqueredirect') return 'not-audio';
    if (response.status === 404 || response.status === 410) return 'not-found';
    if (!response.ok) return 'network';
    // A connection that breaks off before the first byte breaks off here too.
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const type = response.headers.get('Content-Type') ?? '';
    return type.startsWith('text/html') ? 'not-audio' : 'unsupported';
  } catch {
    // No answer at all: the connection, not the file.
    return 'network';
  }
}

const PROBE_LIMIT_MS = 5000;
