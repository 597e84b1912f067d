/**
 * Accessibility that a machine can check, on every screen: axe, targets for a finger, small windows, large
 * text and spaced text. What assistive technology is told stands in `tests/accessibility-tree`, to be reviewed as text:
 * after a change that is meant, `npx playwright test accessibility --update-snapshots` writes it anew.
 */
import type { Page } from '@playwright/test';
import { expect, openPage, test } from './app-test.ts';
import { findViolations } from './find-violations.ts';
import { TODAY } from './listener.ts';
import { moduleAddress, ROUTE } from './route-pages.ts';
import { SCREENS, STATES } from './screens.ts';

/** axe is slow: here it looks at these, and `npm run shots` has it look at every screen and state. */
const FOR_AXE = [
  'route-halverwege',
  'route-minuten',
  'module',
  'module-aflevering',
  'vraag',
  'vraag-plan',
  'notities',
  'offline',
  'instellingen',
];
/** On these everything that has a colour is to be seen; the pairs of colours are computed in a unit test. */
const IN_THE_DARK = ['route-halverwege', 'module', 'vraag'];

/**
 * Links inside running text, and each sentence of it, are as small as their letters: WCAG 2.5.8 leaves
 * these out, because a line would have to grow with them. The skip links are for the keyboard alone.
 */
const INLINE = 'p a, li a[data-sentence], [data-sentence], dd a, a[href^="#"]';

/** What lies over the page, and so does not make it scroll. */
const OPEN = ':popover-open, dialog[open]';

const TARGETS =
  'button, input, textarea, summary, label:has(input), nav a, ol a, a[class*="action"]';

test.describe('every screen', () => {
  test.use({ reducedMotion: 'reduce', viewport: { width: 390, height: 844 } });

  for (const [name, reach] of Object.entries(SCREENS)) {
    test(name, async ({ page, faults }) => {
      faults.allow(/status of 404/);
      await page.clock.setFixedTime(TODAY);
      await reach(page);
      if (FOR_AXE.includes(name)) expect(await findViolations(page)).toEqual([]);
      if (IN_THE_DARK.includes(name)) {
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await findViolations(page, ['color-contrast']), 'in the dark').toEqual([]);
        await page.emulateMedia({ colorScheme: 'light' });
      }
      expect(await findSmallTargets(page), 'smaller than a finger').toEqual([]);
      expect(await accessibilityTree(page)).toMatchSnapshot(`${name}.yml`);
      for (const [how, change] of Object.entries(HARD_TO_FIT)) {
        await change(page);
        expect(await findOverflow(page), `sticks out ${how}`).toEqual([]);
      }
    });
  }
});

/** What opens over a screen, with much to touch in it. */
const MENUS = [
  'snelheid',
  'slaaptimer',
  'hoofdstukken',
  'waar-was-ik',
  'zoek-in-tekst',
  'notitie',
  'meenemen',
  'terugzetten',
  'wissen',
];

test('every menu and sheet can be touched, and fits a small window', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const name of MENUS) {
    await resize(page, 390, 844);
    await STATES[name]?.(page);
    await expect(page.locator(OPEN).or(page.getByRole('searchbox')).first()).toBeVisible();
    expect(await findSmallTargets(page), `${name}: smaller than a finger`).toEqual([]);
    expect(await findMovement(page), `${name} moves, though less movement is asked for`).toEqual(
      [],
    );
    await resize(page, 320, 256);
    expect(await findOverflow(page), `${name} sticks out at 400 %`).toEqual([]);
  }
});

/** In this order; 320 by 256 is a window of 1280 by 1024 at 400 %. */
const HARD_TO_FIT: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'on its side': (page) => resize(page, 844, 390),
  'with text of 200 %': async (page) => {
    await resize(page, 390, 844);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
  },
  'at 400 % with the largest text': async (page) => {
    await resize(page, 320, 256);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '';
      document.documentElement.dataset.textSize = 'larger';
    });
  },
  'with spaced text': async (page) => {
    await page.evaluate(() => {
      delete document.documentElement.dataset.textSize;
    });
    await page.evaluate(spaceText);
  },
};

/** Done once the page itself has the new size. */
async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.waitForFunction((wanted) => window.innerWidth === wanted, width);
}

/** As WCAG 1.4.12 says: nothing may get lost when a reader sets this. */
function spaceText(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets.push(sheet);
}

/** What assistive technology is told of the page, without what differs from build to build and run to run. */
async function accessibilityTree(page: Page): Promise<string> {
  const tree = await page.locator('body').ariaSnapshot();
  const steady = CHANGING.reduce((text, [found, instead]) => text.replace(found, instead), tree);
  return `${withoutSentences(steady.split('\n')).join('\n')}\n`;
}

const CHANGING: readonly [RegExp, string][] = [
  [/Versie [0-9a-f-]+/, 'Versie …'],
  [/[\d.,]+\s[kMG]B(?= vrij)/, '…'],
  // How much is on the device already is a matter of moments.
  [/(?<=definition: )[\d.,]+\s[kMG]B/g, '…'],
  [/( \d+\.\d+\.\d+)(?=$| )/gm, ' …'],
  [/slider "Positie": "\d+"/, 'slider "Positie": "…"'],
  [/\d+:\d\d Hoofdstuk/, '… Hoofdstuk'],
  [/nog \d+ minuten( \d+)? op snelheid/, 'nog … op snelheid'],
  [/nog \d+:\d\d/, 'nog …'],
];

/** Authors may change their texts: of the sentences only the first stands for all, and the one that is spoken. */
function withoutSentences(lines: readonly string[]): string[] {
  const isSentence = (line: string | undefined) => /\/url: .*\?t=\d+$/.test(line ?? '');
  const first = lines.findIndex(isSentence);
  return lines.filter((line, index) => {
    if (index === first || index + 1 === first || line.includes('[current')) return true;
    return !isSentence(line) && !isSentence(lines[index + 1]);
  });
}

/** What is to be touched and is smaller than 44 pixels in a direction. */
async function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ targets, inline }) =>
      [...document.querySelectorAll<HTMLElement>(targets)]
        .filter((element) => element.checkVisibility() && !element.matches(inline))
        // A choice is touched by its words as well.
        .map((element) => element.closest('label') ?? element)
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 43.5 || box.height < 43.5))
        .map(
          ({ element, box }) =>
            `${element.outerHTML.slice(0, 120)}: ${box.width.toFixed(0)}×${box.height.toFixed(0)}`,
        ),
    { targets: TARGETS, inline: INLINE },
  );
}

/** What would move when it comes on screen; read from the rules, since the movement itself is soon over. */
async function findMovement(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
        const isAnimated = animationName !== 'none' && animationDuration !== '0s';
        return isAnimated || transitionDuration !== '0s';
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** What makes the page scroll sideways. */
async function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate((open) => {
    const width = document.documentElement.clientWidth;
    const over = [...document.querySelectorAll<HTMLElement>(open)].filter((element) => {
      const box = element.getBoundingClientRect();
      const isWithin = box.left >= -0.5 && box.right <= width + 0.5 && box.top >= -0.5;
      return !isWithin || element.scrollWidth > element.clientWidth;
    });
    if (over.length > 0) return over.map((element) => element.outerHTML.slice(0, 120));
    if (document.documentElement.scrollWidth <= width) return [];
    const outside = [...document.querySelectorAll('body *')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.right > width + 0.5)
      .map(({ element, box }) => `${element.outerHTML.slice(0, 120)}: ${box.right.toFixed(0)}`);
    return outside.length > 0 ? outside : ['the page itself'];
  }, OPEN);
}

/** What the bars of the browser and the system are painted with. */
async function barColor(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const colors = document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]');
    return [...colors].find(({ media }) => matchMedia(media).matches)?.content;
  });
}

test('a chosen theme wins over that of the device, from the first paint', async ({
  page,
  faults,
}) => {
  faults.allow(/net::ERR_FAILED/);
  await page.emulateMedia({ colorScheme: 'light' });
  await openPage(page, '/instellingen/');
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  expect(await barColor(page)).toBe('#FAF7F1');
  await page.getByRole('radio', { name: 'Donker' }).check();
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  expect(await barColor(page)).toBe('#13121F');
  await page.getByRole('radio', { name: 'Groter' }).check();
  // Without the app's own code: only what stands in the head.
  await page.route('**/assets/index-*.js', (request) => request.abort());
  await page.goto(ROUTE, { waitUntil: 'domcontentloaded' });
  expect(await paper()).toBe(dark);
  expect(await barColor(page)).toBe('#13121F');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
    '20.8px',
  );
});

test('the headings of all pages start at one edge', async ({ page, faults }) => {
  faults.allow(/status of 404/);
  const addresses = [
    ROUTE,
    '/notities/',
    '/offline/',
    '/instellingen/',
    '/over/',
    '/bestaat-niet/',
  ];
  const edges = new Map<number, Set<number>>();
  for (const address of addresses) {
    await page.goto(address);
    for (const width of [1280, 800, 390]) {
      await resize(page, width, 800);
      const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
      expect(heading?.height, `lines of the heading of ${address}`).toBeLessThan(80);
      edges.set(width, (edges.get(width) ?? new Set()).add(heading?.x ?? Number.NaN));
    }
  }
  // From 700 px on below the name of the app.
  expect(edges).toEqual(
    new Map([
      [1280, new Set([32])],
      [800, new Set([32])],
      [390, new Set([19.5])],
    ]),
  );
});

test('with forced colours the controls keep an edge, and the spoken sentence a line', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openPage(page, moduleAddress('even-niet-weten'));
  const edges = await page
    .getByRole('region', { name: 'Speler' })
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).borderStyle));
  expect(edges.length).toBeGreaterThan(8);
  expect(edges.filter((style) => style !== 'solid')).toEqual([]);
  for (const width of [320, 360, 390, 1280]) {
    await resize(page, width, 800);
    const overlaps = await page.getByRole('region', { name: 'Speler' }).evaluate((player) => {
      const boxes = [...player.querySelectorAll('button')]
        .map((button) => button.getBoundingClientRect())
        .filter(({ height }) => height > 0);
      return boxes.flatMap((one, index) =>
        boxes
          .slice(index + 1)
          .filter((other) => one.right > other.left && other.right > one.left)
          .filter((other) => one.bottom > other.top && other.bottom > one.top)
          .map((other) => [one.x, one.y, other.x, other.y]),
      );
    });
    expect(overlaps, `at ${width} px`).toEqual([]);
  }
  await openPage(page, '/offline/');
  const action = page.getByRole('button', { name: 'Hele route downloaden' });
  await expect(action).toHaveCSS('border', '1px solid rgb(0, 0, 0)');
});

test('a page travels to the next one, but not for who asked for less movement', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { startViewTransition } = Document.prototype;
    window.journeys = 0;
    Document.prototype.startViewTransition = function start(this: Document, ...given) {
      window.journeys += 1;
      return startViewTransition.apply(this, given);
    };
  });
  for (const [reducedMotion, journeys] of [
    ['no-preference', 2],
    ['reduce', 0],
  ] as const) {
    await page.emulateMedia({ reducedMotion });
    await openPage(page, ROUTE);
    const heading = page.getByRole('heading', { level: 1 });
    await page.getByRole('link', { name: /^Bepaal de urgentie/ }).click();
    await expect(heading).toHaveText('Bepaal de urgentie');
    await expect(heading).toBeFocused();
    await page.goBack();
    await expect(heading).toHaveText('Twee werelden, één opgave');
    expect(await page.evaluate(() => [window.journeys, window.scrollY])).toEqual([journeys, 0]);
  }
});

declare global {
  interface Window {
    journeys: number;
  }
}
