/** The two pages that are compared: the page of a module, and one with nothing but the browser's own player. */
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../src/build/serve.ts';
import type { Catalog } from '../../src/model/learning-route.ts';
import type { Milliseconds } from '../../src/model/units.ts';
import type { MeasuredPage } from './devtools-browser.ts';

/** A page that plays one sound. */
export interface Subject {
  name: 'app' | 'bare';
  url: string;
  /** An expression for the middle of the play button, in CSS pixels, or `undefined` while there is none. */
  playButton: string;
  /** An expression that is true once a press does something. */
  answers: string;
}

/** Both, served by the same server with the same headers. */
export interface Subjects {
  app: Subject;
  bare: Subject;
  close(): Promise<void>;
}

/** Serves the app, built into a folder, and beside it a bare player on the sound of its first module. */
export async function serveSubjects(folder: string): Promise<Subjects> {
  const catalog: Catalog = JSON.parse(await readFile(join(folder, 'catalog.json'), 'utf8'));
  const [route] = catalog.routes;
  const module = route?.modules.find(({ audio }) => audio !== undefined);
  if (!route || !module?.audio) throw new Error('the route has no sound to compare with');
  const bareFolder = await mkdtemp(join(tmpdir(), 'luisterroute-bare-'));
  await symlink(join(folder, 'media'), join(bareFolder, 'media'));
  await writeFile(
    join(bareFolder, 'index.html'),
    `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Audio</title><audio controls src="/${module.audio.url}"></audio></html>`,
  );
  const app = await serveFolder({ folder, port: 0 });
  const bare = await serveFolder({ folder: bareFolder, port: 0 });
  return {
    app: {
      name: 'app',
      url: `${app.url}${route.id}/${module.id}/`,
      playButton: middleOf('[aria-label="Speler"] [aria-label="Afspelen"]'),
      answers: 'window.isAppStarted === true',
    },
    bare: {
      name: 'bare',
      url: bare.url,
      playButton: bareButton(),
      answers: 'window.sounds.length === 1',
    },
    async close() {
      await Promise.all([app.close(), bare.close()]);
      await rm(bareFolder, { recursive: true, force: true });
    },
  };
}

function middleOf(selector: string): string {
  return `(() => {
    const box = document.querySelector('${selector}')?.getBoundingClientRect();
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  })()`;
}

/** The browser's own button is out of reach of a selector: it stands at the start of the control. */
function bareButton(): string {
  return `(() => {
    const box = document.querySelector('audio')?.getBoundingClientRect();
    return box && { x: box.x + box.height / 2, y: box.y + box.height / 2 };
  })()`;
}

/** Finds every sound, and notes when one first went on. Must be the first thing that runs in a page. */
const WATCH = `
  window.sounds = [];
  window.Audio = new Proxy(window.Audio, {
    construct(target, given) {
      const sound = new target(...given);
      watch(sound);
      return sound;
    },
  });
  function watch(sound) {
    window.sounds.push(sound);
    sound.addEventListener('timeupdate', function note() {
      if (sound.currentTime === 0) return;
      window.firstTimeAt ??= performance.now();
      sound.removeEventListener('timeupdate', note);
    });
  }
  // The last thing that the app begins to listen to.
  const { addEventListener: listen } = window;
  window.addEventListener = function (...given) {
    if (given[0] === 'popstate') window.isAppStarted = true;
    listen.apply(window, given);
  };
  addEventListener('DOMContentLoaded', () => document.querySelectorAll('audio').forEach(watch));
`;

/** Opens a subject in an empty tab and waits until its button can be pressed. */
export async function openSubject(
  page: MeasuredPage,
  { url, answers }: Pick<Subject, 'url' | 'answers'>,
): Promise<void> {
  await page.send('Page.enable');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH });
  await page.send('Page.navigate', { url });
  await page.until(
    `location.href === '${url}' && document.readyState === 'complete' && ${answers}`,
  );
}

/** Presses play as a finger does. @returns When, on the page's own clock. */
export async function pressPlay(
  page: MeasuredPage,
  { playButton }: Subject,
): Promise<Milliseconds> {
  const { x, y } = await page.evaluate<{ x: number; y: number }>(playButton);
  // The browser's own controls keep their events to themselves, so the moment is taken before the press.
  const at = await page.evaluate<Milliseconds>('performance.now()');
  await page.click(x, y);
  return at;
}

/** Waits until the sound has gone on for a second. */
export async function untilPlaying(page: MeasuredPage): Promise<void> {
  await page.until('window.sounds.some((sound) => !sound.paused && sound.currentTime > 1)');
}
