/** Where tabs tell each other what they play; heard before the code is there that deals with it. */
import type { TabMessage } from '../../model/tab-message.ts';

export const SOUND_CHANNEL = 'luisterroute-sound';

/** Runs it once another tab plays, or at once when one does already; once. */
export function onSoundElsewhere(run: () => void): void {
  const channel = new BroadcastChannel(SOUND_CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    if (data?.kind !== 'plays') return;
    channel.close();
    run();
  };
  channel.postMessage({ kind: 'asks' } satisfies TabMessage);
}
