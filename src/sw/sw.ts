/** The service worker, as a table of contents: what it listens to, and who answers which address. */
import { AUDIO_FOLDER } from '../model/cache-names.ts';
import { readWorkerMessage } from '../model/worker-message.ts';
import { DownloadedAudio } from './downloaded-audio.ts';
import { Shell } from './shell.ts';
import { answerText } from './texts.ts';

declare const self: ServiceWorkerGlobalScope;

const base = self.registration.scope;
const basePath = new URL(base).pathname;
const shell = new Shell(base, self.__WB_MANIFEST);
const audio = new DownloadedAudio(caches, base);

self.addEventListener('install', (event) => shell.install(event));

self.addEventListener('activate', (event) => {
  event.waitUntil(shell.activate(event).then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  const message = readWorkerMessage(event.data);
  // Only the person decides when a new version takes over.
  if (message?.kind === 'use-new-version') event.waitUntil(self.skipWaiting());
  if (message?.kind === 'forget-audio') audio.forget(message.hash);
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(base)) return;
  const path = new URL(request.url).pathname.slice(basePath.length);
  if (path.startsWith('media/')) return;
  if (path.startsWith(AUDIO_FOLDER)) {
    event.respondWith(audio.answer(path, request.headers.get('Range')));
  } else if (path.startsWith('content/')) {
    event.respondWith(answerText(caches, request, (work) => event.waitUntil(work)));
  } else if (request.mode === 'navigate' && isPage(path)) {
    event.respondWith(shell.answerNavigation(request));
  } else if (shell.has(request.url)) {
    event.respondWith(shell.answerFile(request));
  }
});

/** The addresses of screens have no ending; a file that is opened by itself is not a screen. */
function isPage(path: string): boolean {
  return !/\.[a-z0-9]+$/i.test(path) || path.endsWith('.html');
}
