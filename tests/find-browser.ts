/**
 * Finds a Chromium-like browser for the tests on any machine: the one that is asked for, an installed one,
 * Playwright's own, or the one that came along with the packages.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium as playwrightChromium } from '@playwright/test';

/** A browser that can be started. */
export interface FoundBrowser {
  executablePath: string;
  /** How it was found, for the test's output. */
  source: string;
  /** To be added to the environment of the browser's process. */
  env: Record<string, string>;
}

/** What to say when there is no browser. */
export const NO_BROWSER =
  'Geen browser gevonden. Installeer Chromium, Chrome of Edge ' +
  '(Debian en Ubuntu: apt-get install chromium), of noem de plek ervan: CHROME_PATH=/pad/naar/chrome npm test';

/** What to say when there is one at most that runs without a window. */
export const NO_WINDOWED_BROWSER =
  'Geen browser met vensters gevonden; een headless-versie is hier niet genoeg. Installeer Chromium, ' +
  'Chrome of Edge (Debian en Ubuntu: apt-get install chromium xvfb)';

/** What the search asks of the machine that it runs on. */
export interface Machine {
  platform: NodeJS.Platform;
  arch: string;
  /** Its environment: `CHROME_PATH`, and where programs are looked for. */
  variables: Readonly<Record<string, string | undefined>>;
  /** @returns whether a program stands there that may be started. */
  canRun(path: string): boolean;
  /** Where Playwright would have put its own browser. */
  playwrightPath(): string;
  /** Makes the browser of the packages ready. @returns `undefined` when it did not get there. */
  unpack(): Promise<FoundBrowser | undefined>;
}

// The first is Chromium without a window: the same engine, and a third quicker in these tests.
const COMMANDS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const WINDOWS_PROGRAMS = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/** The machine that the tests run on. */
const THIS_MACHINE: Machine = {
  platform: process.platform,
  arch: process.arch,
  variables: process.env,
  canRun,
  playwrightPath: () => playwrightChromium.executablePath(),
  unpack: unpackBrowser,
};

/**
 * Looks in the order of the README.
 *
 * @param needsWindow - Passes by what can only run without one: the headless builds, and that of the packages.
 * @throws Error when `CHROME_PATH` names no program, and with {@link NO_BROWSER} or {@link NO_WINDOWED_BROWSER}
 * when nothing is found
 */
export async function findBrowser(
  needsWindow = false,
  machine: Machine = THIS_MACHINE,
): Promise<FoundBrowser> {
  const isFit = (path: string) =>
    machine.canRun(path) && !(needsWindow && basename(path).includes('headless'));
  const asked = machine.variables.CHROME_PATH;
  if (asked !== undefined && asked !== '') {
    if (!machine.canRun(asked)) {
      throw new Error(`CHROME_PATH=${asked} is geen programma dat kan starten.`);
    }
    if (isFit(asked)) return { executablePath: asked, source: 'CHROME_PATH', env: {} };
  }
  const installed = installedPaths(machine).find(isFit);
  if (installed) return { executablePath: installed, source: 'geïnstalleerd', env: {} };
  const own = machine.playwrightPath();
  if (isFit(own)) return { executablePath: own, source: 'Playwright', env: {} };
  if (needsWindow) throw new Error(NO_WINDOWED_BROWSER);
  // It is there for one system only.
  const canUnpack = machine.platform === 'linux' && machine.arch === 'x64';
  const packaged = canUnpack ? await machine.unpack() : undefined;
  if (packaged) return packaged;
  throw new Error(NO_BROWSER);
}

function installedPaths({ platform, variables }: Machine): string[] {
  switch (platform) {
    case 'darwin':
      return MAC_APPS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
    case 'win32':
      return [variables.PROGRAMFILES, variables['PROGRAMFILES(X86)'], variables.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => WINDOWS_PROGRAMS.map((program) => join(folder, program)));
    default: {
      const folders = (variables.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
      return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
    }
  }
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser of the packages, unpacked once, into the project's own cache folder. */
async function unpackBrowser(): Promise<FoundBrowser | undefined> {
  const folder = fileURLToPath(new URL('../.cache/browser', import.meta.url));
  const done = join(folder, 'unpacked');
  const executablePath = join(folder, 'chromium');
  if (!existsSync(done)) {
    // A half-unpacked one, left by a test that was stopped, would never start.
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await unpackInto(folder);
    await writeFile(done, '');
  }
  if (!canRun(executablePath)) return undefined;
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH ?? ''];
  return {
    executablePath,
    source: '@sparticuz/chromium',
    env: { LD_LIBRARY_PATH: libraries.filter((path) => path !== '').join(':') },
  };
}

/**
 * The package unpacks into the system's temporary folder, and its libraries only where this variable
 * says that they are missing. It sets more variables by itself; all of them are put back.
 */
async function unpackInto(folder: string): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
