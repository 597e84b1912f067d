/**
 * A page that is really hidden: another tab stands before it, in a browser with windows. What the other tests
 * pretend is seen here under the browser's own rules for such pages, which slow down every timer.
 */
import { type MeasuredPage, startBrowser } from '../bench/devtools-browser.ts';
import { openSubject, untilPlaying } from '../bench/subjects.ts';
import { openDisplay } from '../bench/virtual-display.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { loadModule, moduleAddress } from '../e2e/route-pages.ts';

const ID = 'even-niet-weten';
const NEXT = 'bepaal-de-urgentie';

/** The element that plays the modules; none was made for anything else here. */
const SOUND = 'window.sounds.find(({ currentSrc }) => currentSrc.includes("/media/"))';

interface SoundState {
  visibility: DocumentVisibilityState;
  isPaused: boolean;
  time: number;
}

function readState(page: MeasuredPage): Promise<SoundState> {
  return page.evaluate(`({
    visibility: document.visibilityState,
    isPaused: ${SOUND}.paused,
    time: ${SOUND}.currentTime,
  })`);
}

/** Presses a button by what it says or is called. */
async function press(page: MeasuredPage, name: string): Promise<void> {
  const button = `[...document.querySelectorAll('button')].find(
    (one) => (one.ariaLabel ?? one.textContent).includes('${name}') && !one.disabled)`;
  await page.until(`${button} !== undefined`);
  await page.evaluate(`${button}.click()`);
}

async function moveTo(page: MeasuredPage, second: number): Promise<void> {
  await page.evaluate(`{
    const slider = document.querySelector('input[type="range"]');
    slider.value = ${Math.floor(second)};
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  }`);
}

/** Notes each source that the one element starts to play, and whether anybody could see the page then. */
async function noteSources(page: MeasuredPage): Promise<void> {
  await page.evaluate(`{
    const element = window.sounds.find((one) => one.currentSrc);
    window.played = [];
    element.addEventListener('playing', () => {
      window.played.push(document.visibilityState + ' ' + new URL(element.currentSrc).pathname);
    });
    document.addEventListener('visibilitychange', () => window.played.push('seen or hidden'));
  }`);
}

test('behind another tab a question stops nothing, the sleep timer stops at the chapter, and the next module follows', async ({
  site,
}) => {
  const display = await openDisplay();
  if ('reason' in display) {
    test.skip(true, display.reason);
    return;
  }
  const { audio, chapters, questions } = await loadModule(site, ID);
  const question = questions.find(({ times }) => times);
  const quietTime = question?.times?.quietTime ?? 0;
  const chapterEnd = chapters[0]?.endTime ?? 0;
  const browser = await startBrowser({ display: display.name });
  try {
    const page = await browser.newPage();
    await page.bringToFront();
    await openSubject(page, {
      url: `${site.url}${moduleAddress(ID).slice(1)}?t=${Math.floor(quietTime) - 3}`,
      answers: 'window.isAppStarted === true',
    });
    await press(page, 'Afspelen');
    await untilPlaying(page);
    const front = await browser.newPage();
    await front.bringToFront();
    await page.until('document.visibilityState === "hidden"');
    await page.until(`${SOUND}.currentTime > ${quietTime + 1}`);
    expect(await readState(page)).toMatchObject({ visibility: 'hidden', isPaused: false });

    await page.bringToFront();
    await page.until('document.visibilityState === "visible"');
    expect(await page.evaluate('document.querySelector("dialog[open]") === null')).toBe(true);
    await press(page, 'Slaaptimer');
    await press(page, 'Einde hoofdstuk');
    await moveTo(page, chapterEnd - 3);
    await front.bringToFront();
    await page.until('document.visibilityState === "hidden"');
    await page.until(`${SOUND}.paused`);
    const { visibility, time } = await readState(page);
    expect(visibility).toBe('hidden');
    expect(time).toBeGreaterThan(chapterEnd - 1);
    expect(time).toBeLessThan(chapterEnd + 0.3);

    await page.bringToFront();
    await page.until('document.visibilityState === "visible"');
    await press(page, 'Afspelen');
    await page.until(`!${SOUND}.paused`);
    await moveTo(page, (audio?.duration ?? 0) - 5);
    await front.bringToFront();
    await page.until('document.visibilityState === "hidden"');
    await noteSources(page);
    await page.until(`${SOUND}?.currentSrc.includes('${NEXT}') && ${SOUND}.currentTime > 1`);
    expect(await readState(page)).toMatchObject({ visibility: 'hidden', isPaused: false });
    expect(await page.evaluate('window.sounds.filter((one) => one.currentSrc).length')).toBe(1);
    expect(await page.evaluate('window.played')).toEqual([
      'hidden /sounds/tussen.mp3',
      expect.stringMatching(`^hidden /media/.*${NEXT}`),
    ]);
  } finally {
    await browser.close();
    await display.close();
  }
});
