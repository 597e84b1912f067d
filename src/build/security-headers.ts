/**
 * The headers that a host of the app must send: one table, used by our own server and written as
 * `_headers` (the form that common static hosts read) into the build.
 */
import { TRUSTED_TYPES_POLICY } from '../model/script-policy.ts';

/** Headers for every address that starts with one of the prefixes; relative to the base path. */
export interface HeaderRule {
  /** `/assets/*` stands for a folder, `/sw.js` for one file; `/*` for everything. */
  path: string;
  headers: Record<string, string>;
}

/** `media-src` holds `data:` because howler points its element at a silent WAV when it unloads. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' blob: data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${TRUSTED_TYPES_POLICY}`,
].join('; ');

/**
 * For the search, which is handed everything and may ask for nothing. A dedicated worker follows the policy
 * of its own script. Hosts that send both policies enforce both; those that send the last send this one.
 */
const SEARCH_WORKER_POLICY = ["default-src 'none'", "script-src 'self'", "connect-src 'none'"].join(
  '; ',
);

/** Only what the app uses or will ask for by a tap: sound, a lit screen, the microphone, its own clipboard. */
const PERMISSIONS_POLICY = [
  'accelerometer=()',
  'autoplay=(self)',
  'camera=()',
  'clipboard-read=()',
  'clipboard-write=(self)',
  'display-capture=()',
  'encrypted-media=()',
  'geolocation=()',
  'gyroscope=()',
  'hid=()',
  'idle-detection=()',
  'magnetometer=()',
  'microphone=(self)',
  'midi=()',
  'payment=()',
  'publickey-credentials-get=()',
  'screen-wake-lock=(self)',
  'serial=()',
  'usb=()',
  'xr-spatial-tracking=()',
].join(', ');

const IMMUTABLE = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const NO_CACHE = { 'Cache-Control': 'no-cache' };

/**
 * The table. The policy goes with every answer, because a worker is bound only by the one
 * that came with its own script. But for the policies, rules of one address never set the same header
 * twice: hosts differ in what they do then.
 */
export const HEADER_RULES: readonly HeaderRule[] = [
  {
    path: '/*',
    headers: {
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'Permissions-Policy': PERMISSIONS_POLICY,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Strict-Transport-Security': 'max-age=31536000',
    },
  },
  { path: '/assets/*', headers: IMMUTABLE },
  {
    path: '/assets/search-worker-*',
    headers: { 'Content-Security-Policy': SEARCH_WORKER_POLICY },
  },
  { path: '/content/*', headers: IMMUTABLE },
  { path: '/media/*', headers: IMMUTABLE },
  { path: '/sw.js', headers: NO_CACHE },
  { path: '/catalog.json', headers: NO_CACHE },
  { path: '/shell.html', headers: NO_CACHE },
];

/** The headers for one address. @param path - Behind the base path, starting with a slash. */
export function headersFor(path: string): Record<string, string> {
  const matching = HEADER_RULES.filter((rule) =>
    rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path,
  );
  return Object.assign({}, ...matching.map((rule) => rule.headers));
}

/** The text of `_headers`. @param base - The folder on the host, with both slashes. */
export function headersFile(base: string): string {
  return HEADER_RULES.map((rule) => {
    const lines = Object.entries(rule.headers).map(([name, value]) => `  ${name}: ${value}\n`);
    return `${base}${rule.path.slice(1)}\n${lines.join('')}`;
  }).join('\n');
}
