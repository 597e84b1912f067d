/** How long a typed letter waits for its results, with more notes than anybody writes, and what the page does meanwhile. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Milliseconds } from '../../src/model/units.ts';
import type { MeasuredBrowser, MeasuredPage } from './devtools-browser.ts';
import type { Subjects } from './subjects.ts';
import { recordTasks } from './task-times.ts';

/** What was measured. */
export interface SearchTimes {
  /** The longest task of the main thread from opening the page until all notes were read and drawn, by its own clock. */
  openingTask: Milliseconds;
  /** From each letter to the frame with the results of what then stands in the field. */
  waits: Milliseconds[];
  /** The same from the focus on, by the clock on the wall. Tasks of under 50 ms are not told, and count as that. */
  longestTask: Milliseconds;
  /** From the focus to an index of everything. */
  building: Milliseconds;
}

export const SEARCH_NOTES = 10_000;
const WORDS_PER_NOTE = 60;

/** How many go into the database at once. */
const PORTION = 1000;

/** Typed letter by letter; the field is emptied between two. */
const TYPED = ['gemeente', 'wijkteam', 'samenwerken', 'vertrouwen', 'overleg', 'jongeren'];

/** As fast as a quick typist on a phone. */
const KEY_INTERVAL: Milliseconds = 150;

const LEAST_TASK: Milliseconds = 50;

/** Notes the moment of each input, and the frame after the answer to it. Must be the first that runs in a page. */
const WATCH = `
  window.waits = [];
  window.tasks = [];
  window.typed = new Map();
  window.Worker = new Proxy(window.Worker, {
    construct(target, given) {
      const worker = new target(...given);
      const asked = new Map();
      const post = worker.postMessage.bind(worker);
      worker.postMessage = (request) => {
        if (request.kind === 'search') asked.set(request.turn, request.words);
        post(request);
      };
      worker.addEventListener('message', ({ data }) => {
        const begin = window.typed.get(asked.get(data.turn));
        window.typed.delete(asked.get(data.turn));
        if (begin === undefined) return;
        requestAnimationFrame(() => setTimeout(() => window.waits.push(performance.now() - begin)));
      });
      return worker;
    },
  });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.tasks.push(duration);
  }).observe({ type: 'longtask' });
  window.typeWords = (words) => {
    const field = document.querySelector('[type=search]');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, words);
    window.typed.set(words, performance.now());
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
`;

/** Fills a profile with notes in the route's own words, opens the notes page and types. */
export async function measureSearch(
  browser: MeasuredBrowser,
  { app }: Subjects,
): Promise<SearchTimes> {
  const page = await browser.newPage(true);
  await page.send('Page.enable');
  const address = new URL('/notities/', app.url).href;
  await open(page, address);
  // Made by the app itself, or it would lack its stores.
  await page.until(`indexedDB.databases().then((all) =>
    all.some(({ name }) => name === 'luisterroute'))`);
  await wait(1000);
  await fill(page);
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH });
  const [openingTask = 0] = await recordTasks(browser, async () => {
    await open(page, address);
    await page.until(`/Alles ${SEARCH_NOTES}/.test(document.body.innerText)`);
    await wait(3000);
  });
  await page.evaluate('void (window.tasks.length = 0)');
  const begin = performance.now();
  await page.evaluate(`window.typeWords('zz')`);
  await page.until(
    `/Niets gevonden/.test(document.body.innerText) && !/klaargezet/.test(document.body.innerText)`,
  );
  const building = performance.now() - begin;
  await page.evaluate('void (window.waits.length = 0)');
  for (const word of TYPED) {
    for (let length = 2; length <= word.length; length += 1) {
      await page.evaluate(`window.typeWords(${JSON.stringify(word.slice(0, length))})`);
      await wait(KEY_INTERVAL);
    }
    await page.evaluate(`window.typeWords('')`);
    await wait(KEY_INTERVAL);
  }
  const waits = await page.evaluate<Milliseconds[]>('window.waits');
  const tasks = await page.evaluate<Milliseconds[]>('window.tasks');
  await page.close();
  return {
    openingTask,
    waits,
    longestTask: Math.max(LEAST_TASK, ...tasks),
    building,
  };
}

async function open(page: MeasuredPage, address: string): Promise<void> {
  await page.send('Page.navigate', { url: address });
  await page.until(`location.href === '${address}' && document.readyState === 'complete'`);
}

/** Words that occur as often as in the texts, in an order that is the same every time. */
export async function fill(page: MeasuredPage): Promise<void> {
  for (let from = 0; from < SEARCH_NOTES; from += PORTION) {
    await page.evaluate(`(async () => {
      const catalog = await (await fetch('/catalog.json')).json();
      const [route] = catalog.routes;
      const texts = await Promise.all(
        route.modules.map(async ({ contentUrl }) => (await fetch('/' + contentUrl)).text()),
      );
      const words = texts.join(' ').match(/\\p{L}{2,}/gu);
      let state = ${from + 1};
      const random = () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 2 ** 32;
      };
      const request = indexedDB.open('luisterroute');
      const database = await new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
      const transaction = database.transaction(['notes', 'revisions'], 'readwrite');
      for (let index = ${from}; index < ${from + PORTION}; index += 1) {
        const text = Array.from({ length: ${WORDS_PER_NOTE} }, () =>
          words[Math.floor(random() * words.length)]).join(' ');
        const createdAt = Date.now() - index * 60_000;
        transaction.objectStore('notes').put({
          schema: 1, id: 'n' + index, kind: 'free', routeId: route.id,
          moduleId: route.modules[index % route.modules.length].id, anchor: {}, createdAt,
        });
        transaction.objectStore('revisions').put({
          schema: 1, id: 'r' + index, noteId: 'n' + index, parents: [], text, createdAt,
        });
      }
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = reject;
      });
      database.close();
    })()`);
  }
}
