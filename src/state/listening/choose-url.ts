/** Where the sound of a module is fetched from: the device when it is proven to be there, else the network. */
import { isPlayable } from '../../model/download.ts';
import type { Sound } from '../../model/sound.ts';
import { type DownloadsState, downloadedAudioUrl } from '../offline/downloads.ts';

/** @returns The address, and one to fall back on when the first fails at some second. */
export type ChooseUrl = (sound: Sound) => { url: string; fallback?: string };

/** @param base - The folder of the app on the host, with both slashes. */
export function createChooseUrl(
  base: string,
  downloads: Pick<DownloadsState, 'states' | 'isKnown'>,
): ChooseUrl {
  return ({ id, audio }) => {
    const network = `${base}${audio?.url ?? ''}`;
    if (!audio || !navigator.serviceWorker?.controller) return { url: network };
    const device = downloadedAudioUrl(base, audio.hash);
    const state = downloads.states.peek().get(id);
    // Should nobody know yet, the worker does: it says 404 at once of what is not there.
    if (isPlayable(state) || !downloads.isKnown.peek()) return { url: device, fallback: network };
    // It may be there but for a piece that is on its way, and a browser that says it is online may be wrong.
    return state ? { url: network, fallback: device } : { url: network };
  };
}
