/** Whether the page grows when a listener goes from module to module for hours. */
import type { MeasuredBrowser, MeasuredPage } from './devtools-browser.ts';
import { openSubject, pressPlay, type Subjects, untilPlaying } from './subjects.ts';

/** Read after every change of module, garbage collected. */
export interface MemorySample {
  /** Of the JS heap. */
  bytes: number;
  nodes: number;
  listeners: number;
}

/** There and back through the whole route: every text was read once, and stays in memory. */
const WARM_UP = 16;

/** Presses next to the end of the route and previous back to its start, as often as it takes. */
export async function measureMemory(
  browser: MeasuredBrowser,
  { app }: Subjects,
  changes: number,
): Promise<MemorySample[]> {
  const page = await browser.newPage(true);
  await openSubject(page, app);
  await pressPlay(page, app);
  await untilPlaying(page);
  const samples: MemorySample[] = [];
  let direction = 'Volgende module';
  for (let change = 0; change < WARM_UP + changes; change += 1) {
    const button = (name: string) => `document.querySelector('[aria-label="${name}"]')`;
    if (await page.evaluate<boolean>(`${button(direction)}.disabled`)) {
      direction = direction === 'Volgende module' ? 'Vorige module' : 'Volgende module';
    }
    const before = await page.evaluate<string>('location.pathname');
    await page.evaluate(`${button(direction)}.click()`);
    await page.until(
      `location.pathname !== '${before}' && ${button('Pauzeren')} !== null && document.querySelector('[data-sentence]') !== null`,
    );
    if (change >= WARM_UP) samples.push(await readMemory(page));
  }
  await page.close();
  return samples;
}

async function readMemory(page: MeasuredPage): Promise<MemorySample> {
  // What one collection only prepares to let go of is gone after the next.
  await page.send('HeapProfiler.collectGarbage');
  await page.send('HeapProfiler.collectGarbage');
  const { usedSize } = await page.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await page.send('Memory.getDOMCounters');
  return {
    bytes: Number(usedSize),
    nodes: Number(nodes),
    listeners: Number(jsEventListeners),
  };
}
