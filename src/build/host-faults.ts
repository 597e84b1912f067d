/**
 * What a published app asks of its host: sound in parts, whole and unchanged, and the headers of the table.
 * Only asks and judges; `check-host.ts` prints.
 */
import type { AudioFile } from '../model/learning-module.ts';
import type { Catalog } from '../model/learning-route.ts';
import { pieceCount, pieceRange } from '../model/piece.ts';
import { formatContentRange } from '../model/range-request.ts';
import { sha256 } from '../model/sha256.ts';
import { headersFor } from './security-headers.ts';

/** What was found at one address. */
export interface HostReport {
  /** Behind the base address; empty for the start page. */
  path: string;
  /** Dutch sentences; empty when all is well. */
  faults: string[];
}

/** A year, in seconds: a shorter one makes browsers ask again for what never changes. */
const LONG_ENOUGH = 31_536_000;

/** As browsers ask when they download; a host may then compress what it should not. */
const ENCODINGS = { 'Accept-Encoding': 'gzip, deflate, br' };

/**
 * Checks a published address, one request after the other.
 *
 * @param base - Of the app's folder; a missing slash at the end is added.
 * @throws when the host does not answer at all.
 */
export async function* checkHost(base: string): AsyncGenerator<HostReport> {
  const root = new URL(base.endsWith('/') ? base : `${base}/`);
  const { report, catalog } = await checkCatalog(root);
  yield report;
  if (!catalog) return;
  const modules = catalog.routes.flatMap((route) => route.modules);
  for (const { audio } of modules) if (audio) yield checkAudio(root, audio);
  const [first] = modules;
  const paths = ['', 'shell.html', 'sw.js', ...(first ? [first.contentUrl] : [])];
  for (const path of [...paths, ...(await listCode(root))]) yield checkHeaders(root, path);
}

async function checkCatalog(root: URL): Promise<{ report: HostReport; catalog?: Catalog }> {
  const path = 'catalog.json';
  const response = await ask(root, path);
  const faults = response.status === 200 ? headerFaults(path, response) : answerFaults(response);
  const catalog = response.status === 200 ? await readCatalog(response) : undefined;
  if (catalog) return { report: { path, faults }, catalog };
  faults.push('Dit is geen catalogus van Luisterroute. Klopt het adres?');
  return { report: { path, faults } };
}

async function readCatalog(response: Response): Promise<Catalog | undefined> {
  const found: unknown = await response.json().catch(() => undefined);
  const isCatalog =
    typeof found === 'object' && found !== null && 'routes' in found && Array.isArray(found.routes);
  return isCatalog ? (found as Catalog) : undefined;
}

/** Asks for the last piece: its place, its length and its bytes are known from the catalog. */
async function checkAudio(root: URL, audio: AudioFile): Promise<HostReport> {
  const { url: path, size, type, pieces } = audio;
  const index = pieceCount(size) - 1;
  const part = pieceRange(size, index);
  const response = await ask(root, path, { Range: `bytes=${part.first}-${part.last}` });
  if (response.status !== 206) {
    await response.body?.cancel();
    return { path, faults: answerFaults(response, true) };
  }
  const faults = headerFaults(path, response);
  const { headers } = response;
  const range = formatContentRange(size, part);
  if (headers.get('Content-Range') !== range) {
    faults.push(`Content-Range is ${named(headers.get('Content-Range'))}, en moet ${range} zijn.`);
  }
  if (headers.has('Content-Encoding')) {
    faults.push(
      `Content-Encoding is ${headers.get('Content-Encoding')}. Audio mag niet worden ingepakt.`,
    );
  }
  if (headers.get('Content-Type')?.split(';', 1)[0] !== type) {
    faults.push(`Content-Type is ${named(headers.get('Content-Type'))}, en moet ${type} zijn.`);
  }
  const bytes = await response.arrayBuffer().catch(() => new ArrayBuffer(0));
  if (faults.length === 0 && (await sha256(bytes)) !== pieces[index]) {
    faults.push('De bytes zijn niet die van de catalogus. Publiceer de hele map dist opnieuw.');
  }
  return { path, faults };
}

async function checkHeaders(root: URL, path: string): Promise<HostReport> {
  const response = await ask(root, path);
  await response.body?.cancel();
  const faults = response.status === 200 ? headerFaults(path, response) : answerFaults(response);
  return { path, faults };
}

/** One file of each kind that has a rule of its own, as the worker's list names them. */
async function listCode(root: URL): Promise<string[]> {
  const text = await (await ask(root, 'sw.js')).text().catch(() => '');
  const names = [...new Set(text.match(/assets\/[\w.-]+\.js/g))];
  const isSearch = (name: string) => name.startsWith('assets/search-worker-');
  return [names.find((name) => !isSearch(name)), names.find(isSearch)].filter(
    (name) => name !== undefined,
  );
}

function ask(root: URL, path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(new URL(path, root), {
    redirect: 'manual',
    headers: { ...ENCODINGS, ...headers },
  });
}

function answerFaults({ status, headers }: Response, isPart = false): string[] {
  if (status >= 300 && status < 400) {
    return [`De host stuurt door (${status}) naar ${named(headers.get('Location'))}.`];
  }
  if (isPart && status === 200) {
    return ['De host geeft het hele bestand (200) op de vraag om een stuk, en moet 206 geven.'];
  }
  return [`De host geeft status ${status}, en moet ${isPart ? 206 : 200} geven.`];
}

function headerFaults(path: string, { headers }: Response): string[] {
  return Object.entries(headersFor(`/${path}`))
    .filter(([name, asked]) => !isMet(name, asked, headers.get(name) ?? ''))
    .map(([name, asked]) => `${name} is ${named(headers.get(name))}, en moet zijn: ${asked}`);
}

/** Whether a host sends at least what is asked; some add to it. */
function isMet(name: string, asked: string, sent: string): boolean {
  switch (name) {
    case 'Cache-Control':
      return asked.includes('immutable')
        ? sent.includes('immutable') && maxAge(sent) >= LONG_ENOUGH
        : /\bno-(cache|store)\b|\bmax-age=0\b/.test(sent);
    case 'Strict-Transport-Security':
      return maxAge(sent) >= maxAge(asked);
    case 'Content-Security-Policy':
      // Of two policies a browser enforces both.
      return sent.split(/,\s*/).includes(asked);
    default:
      return sent.toLowerCase() === asked.toLowerCase();
  }
}

function maxAge(header: string): number {
  return Number(/\bmax-age=(\d+)/.exec(header)?.[1] ?? 0);
}

function named(header: string | null): string {
  return header === null || header === '' ? 'er niet' : `"${header}"`;
}
