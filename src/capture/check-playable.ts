/** Asks the browser itself whether it plays a file, what it makes of its length, and whether it shows images. */
import type { AudioType } from '../model/learning-module.ts';
import type { Milliseconds, Seconds } from '../model/units.ts';
import { CaptureError } from './capture-error.ts';

/** A file on the device tells its length at once; one that does not in this time never will. */
const PATIENCE: Milliseconds = 15_000;

/**
 * Loads what an element needs to begin; nothing is heard.
 *
 * @returns The length as the browser knows it.
 * @throws CaptureError `unplayable`, `video` or `endless`.
 */
export async function checkPlayable(
  file: Blob,
  type: AudioType,
  signal: AbortSignal,
): Promise<Seconds> {
  // An element for video plays both, and tells which of the two it is.
  const element = document.createElement('video');
  if (element.canPlayType(type) === '') throw new CaptureError('unplayable', type);
  const url = URL.createObjectURL(file.slice(0, file.size, type));
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = () =>
        reject(new CaptureError('unplayable', element.error?.message ?? 'silence'));
      const limit = AbortSignal.timeout(PATIENCE);
      element.addEventListener('loadedmetadata', () => resolve(), { once: true });
      element.addEventListener('error', fail, { once: true });
      limit.addEventListener('abort', fail, { once: true });
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      element.preload = 'metadata';
      element.src = url;
    });
    if (element.videoWidth > 0) throw new CaptureError('video', `${element.videoWidth} wide`);
    if (!Number.isFinite(element.duration)) throw new CaptureError('endless', type);
    return element.duration;
  } finally {
    element.removeAttribute('src');
    element.load();
    URL.revokeObjectURL(url);
  }
}
