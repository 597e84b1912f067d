/** Which scripts the app may start by address: the rule behind its one Trusted Types policy. */

/** The name of the policy, as the host's Content-Security-Policy allows it. */
export const TRUSTED_TYPES_POLICY = 'luisterroute';

/**
 * Whether an address is a script of our own build: the service worker or a worker file.
 *
 * @param url - Absolute, or relative to `base`.
 * @param base - The absolute address of the app's folder, ending with a slash.
 */
export function isOwnScript(url: string, base: string): boolean {
  const absolute = new URL(url, base);
  if (absolute.search !== '' || absolute.hash !== '' || !absolute.href.startsWith(base)) {
    return false;
  }
  return /^(sw\.js|assets\/[\w.-]+\.js)$/.test(absolute.href.slice(base.length));
}
