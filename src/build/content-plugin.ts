/**
 * The Vite plugin for content. In a build it checks everything and emits it, or fails with the list of
 * problems; in development it serves the same files from memory and reads again after each change.
 */
import { join, sep } from 'node:path';
import type { Plugin, ResolvedConfig, ViteDevServer } from 'vite';
import { formatProblem } from '../catalog/content-problem.ts';
import { CATALOG_ADDRESS, type CatalogReading } from '../catalog/read-catalog.ts';
import { buildContent } from './content-files.ts';
import { answerFromMemory } from './content-response.ts';

const NAME = 'luisterroute-content';
/** The folders whose files are content. */
const CONTENT_FOLDERS = ['modules', 'media'];
/** Editors write a file in several steps; reading starts when it has been quiet for so long. */
const QUIET_MS = 60;

/** Checks and publishes `modules/` and `media/`. */
export function contentPlugin(): Plugin {
  let config: ResolvedConfig | undefined;
  let content: CatalogReading | undefined;
  return {
    name: NAME,
    configResolved(resolved) {
      config = resolved;
    },
    async buildStart() {
      if (config?.command !== 'build') return;
      content = await buildContent(config.root);
      if (content.problems.length > 0) throw createContentError(content);
    },
    generateBundle() {
      for (const [fileName, source] of content?.files ?? []) {
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
    configureServer: (server) => serveContent(server),
  };
}

/** All problems, one a line, under a line that counts them. */
export function describeProblems({ problems }: Pick<CatalogReading, 'problems'>): string {
  const count = problems.length === 1 ? 'Er is 1 probleem' : `Er zijn ${problems.length} problemen`;
  return [`${count} in de teksten:`, ...problems.map(formatProblem)].join('\n');
}

/** An author reads this one: the places are in the list, and a stack would push it off the screen. */
function createContentError(content: CatalogReading): Error {
  const error = new Error(describeProblems(content));
  error.stack = '';
  return error;
}

function serveContent(server: ViteDevServer): void {
  const { root, base, logger } = server.config;
  let reading: Promise<CatalogReading> | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** Reads on first use only, because other tools start a server without ever asking it for content. */
  function current(): Promise<CatalogReading> {
    reading ??= read();
    return reading;
  }

  async function read(): Promise<CatalogReading> {
    const content = await buildContent(root);
    if (content.problems.length > 0) logger.error(describeProblems(content), { timestamp: true });
    return content;
  }

  function showProblems(content: CatalogReading): void {
    if (content.problems.length === 0) return;
    const err = { message: describeProblems(content), stack: '', plugin: NAME };
    server.ws.send({ type: 'error', err });
  }

  async function readAgain(): Promise<void> {
    reading = undefined;
    const content = await current();
    if (content.problems.length > 0) showProblems(content);
    else server.ws.send({ type: 'full-reload' });
  }

  server.watcher.add(CONTENT_FOLDERS.map((folder) => join(root, folder)));
  server.watcher.on('all', (_event, path) => {
    if (!CONTENT_FOLDERS.some((folder) => path.startsWith(join(root, folder) + sep))) return;
    clearTimeout(timer);
    timer = setTimeout(() => void readAgain(), QUIET_MS);
  });
  server.httpServer?.once('listening', () => void current());
  server.ws.on('connection', () => void current().then(showProblems));
  server.middlewares.use((request, response, next) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const address = path.startsWith(base) ? path.slice(base.length) : '';
    const isContent = address === CATALOG_ADDRESS || /^(?:content|media)\//.test(address);
    if (!isContent) return next();
    current()
      .then(({ files }) => answerFromMemory(address, files.get(address), request, response))
      .catch(next);
  });
}
