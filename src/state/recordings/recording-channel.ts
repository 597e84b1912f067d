/** Tells the other tabs that a recording was added, replaced or taken away here, and looks again when they tell. */
const CHANNEL = 'luisterroute-recordings';

/** Without channels between tabs, each tab sees what the others did at its next start. */
export function joinRecordingChannel(onStored: () => void): { tell(): void } {
  if (!('BroadcastChannel' in globalThis)) return { tell: () => undefined };
  const channel = new BroadcastChannel(CHANNEL);
  // Whatever is said: what is on the device is read again.
  channel.addEventListener('message', onStored);
  return { tell: () => channel.postMessage('stored') };
}
