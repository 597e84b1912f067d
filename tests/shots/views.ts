/** Which screens and states are looked at, and how: the size of the window, the colours, the text. */
import type { BrowserContextOptions, Page } from '@playwright/test';
import { PAPER_SIZE, PAPERS } from '../e2e/papers.ts';
import { moduleAddress, ROUTE } from '../e2e/route-pages.ts';
import { type Reach, SCREENS, STATES } from '../e2e/screens.ts';

/** One way to look, at many screens. */
export interface View {
  name: string;
  options: BrowserContextOptions;
  screens: Readonly<Record<string, Reach>>;
  /** Done before the picture is taken, once the screen is reached. */
  change?: (page: Page) => Promise<unknown>;
  /** Where axe cannot look. */
  isWithoutAxe?: boolean;
}

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 } };

/** The screens that have everything that text and colours can do to the others. */
const RICHEST = pick('route-halverwege', 'module', 'vraag', 'notities', 'offline', 'instellingen');

export const VIEWS: readonly View[] = [
  { name: 'telefoon', options: PHONE, screens: { ...SCREENS, ...STATES } },
  { name: 'donker', options: { ...PHONE, colorScheme: 'dark' }, screens: SCREENS },
  { name: 'smal', options: { viewport: { width: 320, height: 640 } }, screens: SCREENS },
  { name: 'twee-kolommen', options: { viewport: { width: 800, height: 1000 } }, screens: SCREENS },
  { name: 'breed', options: { viewport: { width: 1280, height: 800 } }, screens: SCREENS },
  {
    name: 'grote-tekst',
    options: PHONE,
    screens: RICHEST,
    change: (page) =>
      page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      }),
  },
  {
    name: 'papier',
    options: { viewport: PAPER_SIZE },
    isWithoutAxe: true,
    screens: { ...pick('route-halverwege', 'module'), ...PAPERS },
    change: (page) => page.emulateMedia({ media: 'print' }),
  },
  {
    name: 'eigen-kleuren',
    options: { ...PHONE, forcedColors: 'active' },
    screens: RICHEST,
  },
  { name: 'meer-contrast', options: { ...PHONE, contrast: 'more' }, screens: RICHEST },
  {
    name: 'zonder-script',
    options: { ...PHONE, javaScriptEnabled: false },
    isWithoutAxe: true,
    screens: {
      route: (page) => page.goto(ROUTE).then(() => undefined),
      module: (page) => page.goto(moduleAddress('even-niet-weten')).then(() => undefined),
    },
  },
];

function pick(...names: string[]): Record<string, Reach> {
  return Object.fromEntries(Object.entries(SCREENS).filter(([name]) => names.includes(name)));
}
