/** Whether a listener may be sent to an address: https or mailto, nothing else. */
export function isWebAddress(text: string): boolean {
  try {
    const { protocol } = new URL(text);
    return protocol === 'mailto:' || (protocol === 'https:' && /^https:\/\//i.test(text));
  } catch {
    return false;
  }
}
