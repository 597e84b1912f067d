/**
 * Gives the memory of some bytes back at once. Megabytes that go by wait for the garbage collector
 * otherwise, and it is in no hurry: a large download then takes hundreds of them.
 *
 * @param buffer - Empty afterwards, where the browser can do that; nobody may read it any more.
 */
export function releaseBytes(buffer: ArrayBuffer): void {
  // In browsers since 2024. @see https://tc39.es/proposal-arraybuffer-transfer/
  if ('transfer' in buffer && typeof buffer.transfer === 'function') buffer.transfer(0);
}
