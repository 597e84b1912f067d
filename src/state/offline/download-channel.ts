/** Tells the other tabs which downloads are stored differently by now, and hears of theirs. */
import type { OtherTabs } from '../../offline/other-tabs.ts';

const CHANNEL = 'luisterroute-downloads';

/**
 * Without channels between tabs, each tab sees what the others did at its next start.
 *
 * @param isShared - Whether the records are those of the other tabs, and not only in memory.
 */
export function joinDownloadChannel(isShared: () => boolean): OtherTabs | undefined {
  if (!('BroadcastChannel' in globalThis)) return undefined;
  const channel = new BroadcastChannel(CHANNEL);
  return {
    tell(hash) {
      if (isShared()) channel.postMessage(hash);
    },
    onTold(listener) {
      // A tab with another version of the app may send something else.
      const hear = ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string' && isShared()) listener(data);
      };
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}
