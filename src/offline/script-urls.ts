/** The app's one Trusted Types policy: which script addresses a worker may be started from. */
import { isOwnScript, TRUSTED_TYPES_POLICY } from '../model/script-policy.ts';

/** The part of Trusted Types that is used here; absent in browsers before 2026. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown };
}

/** Lets an address through, in the form that `register` and `new Worker` accept. */
export type ScriptUrls = (url: string) => string;

/**
 * Makes the policy. Only once per page: a second policy of the same name is refused.
 *
 * @param baseUrl - The absolute address of the app's folder, ending with a slash.
 * @returns A function that throws a TypeError for an address that is not a script of ours.
 */
export function createScriptUrls(baseUrl: string): ScriptUrls {
  const check = (url: string): string => {
    if (!isOwnScript(url, baseUrl)) throw new TypeError(`${url} is not a script of this app`);
    return new URL(url, baseUrl).href;
  };
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy(TRUSTED_TYPES_POLICY, { createScriptURL: check });
  // The DOM's types know only strings there; the browser wants the policy's own object.
  return policy ? (url) => policy.createScriptURL(url) as string : check;
}
