import { describe, expect, it } from 'vitest';
import { findBrowser, type Machine, NO_BROWSER, NO_WINDOWED_BROWSER } from '../../find-browser.ts';

const SHELL = '/usr/bin/chromium-headless-shell';
const CHROMIUM = '/usr/bin/chromium';
const EDGE = '/opt/own/microsoft-edge';
const PLAYWRIGHT = '/root/.cache/ms-playwright/chromium/chrome';
const UNPACKED = {
  executablePath: '/project/.cache/browser/chromium',
  source: '@sparticuz/chromium',
  env: {},
};

/** A Linux machine where these programs stand, and which counts how often it unpacked. */
function machineWith(
  programs: string[],
  rest: Partial<Machine> = {},
): Machine & { unpacked: number } {
  return {
    platform: 'linux',
    arch: 'x64',
    variables: { PATH: '/usr/bin:/opt/own' },
    canRun: (path) => programs.includes(path),
    playwrightPath: () => PLAYWRIGHT,
    unpacked: 0,
    async unpack() {
      this.unpacked += 1;
      return UNPACKED;
    },
    ...rest,
  };
}

/** The same machine, asked for this browser. */
function asking(path: string, programs: string[]): Machine {
  return machineWith(programs, { variables: { PATH: '/usr/bin', CHROME_PATH: path } });
}

describe('findBrowser', () => {
  it('takes the one that is asked for before all others', async () => {
    const found = await findBrowser(false, asking('/a/chrome', ['/a/chrome', SHELL, PLAYWRIGHT]));
    expect(found).toEqual({ executablePath: '/a/chrome', source: 'CHROME_PATH', env: {} });
  });

  it('refuses one that is asked for and is not there, whatever else is', async () => {
    const finding = findBrowser(false, asking('/a/chrome', [CHROMIUM, PLAYWRIGHT]));
    await expect(finding).rejects.toThrow('CHROME_PATH=/a/chrome is geen programma');
  });

  it.each([
    { programs: [EDGE, CHROMIUM, SHELL, PLAYWRIGHT], first: SHELL, why: 'the quickest' },
    { programs: [EDGE, CHROMIUM, PLAYWRIGHT], first: CHROMIUM, why: 'the next command' },
    { programs: [EDGE, PLAYWRIGHT], first: EDGE, why: 'any folder of PATH' },
  ])('takes an installed one before that of Playwright: $why', async ({ programs, first }) => {
    const found = await findBrowser(false, machineWith(programs));
    expect(found).toMatchObject({ executablePath: first, source: 'geïnstalleerd' });
  });

  it('takes that of Playwright before it unpacks one', async () => {
    const machine = machineWith([PLAYWRIGHT]);
    expect(await findBrowser(false, machine)).toMatchObject({ source: 'Playwright' });
    expect(machine.unpacked).toBe(0);
  });

  it('unpacks the one of the packages when there is no other', async () => {
    expect(await findBrowser(false, machineWith([]))).toEqual(UNPACKED);
  });

  it.each([
    { why: 'not Linux', rest: { platform: 'darwin' as const } },
    { why: 'not x64', rest: { arch: 'arm64' } },
    { why: 'unpacking came to nothing', rest: { unpack: async () => undefined } },
  ])('says what to install when there is none: $why', async ({ rest }) => {
    await expect(findBrowser(false, machineWith([], rest))).rejects.toThrow(NO_BROWSER);
    expect(NO_BROWSER).toMatch(/apt-get install chromium\b.*CHROME_PATH=/);
  });

  it('looks where a Mac and Windows keep their programs', async () => {
    const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    const onMac = machineWith([mac], { platform: 'darwin' });
    expect(await findBrowser(false, onMac)).toMatchObject({ executablePath: mac });
    const onWindows = machineWith([], {
      platform: 'win32',
      variables: { PROGRAMFILES: 'C:/Program Files' },
      canRun: (path) => path.endsWith('msedge.exe'),
    });
    const found = await findBrowser(false, onWindows);
    expect(found.executablePath).toMatch(/^C:.Program Files.Microsoft.Edge.*msedge\.exe$/);
  });
});

describe('findBrowser for a window', () => {
  it('passes by the builds that have none, also one that was asked for', async () => {
    const found = await findBrowser(true, asking(SHELL, [SHELL, CHROMIUM]));
    expect(found).toMatchObject({ executablePath: CHROMIUM, source: 'geïnstalleerd' });
  });

  it('asks only of the program itself whether it is one, not of its folder', async () => {
    const path = '/home/headless/chrome';
    expect(await findBrowser(true, asking(path, [path]))).toMatchObject({ executablePath: path });
  });

  it('says so, and unpacks nothing, when only builds without a window are left', async () => {
    const machine = machineWith([SHELL]);
    await expect(findBrowser(true, machine)).rejects.toThrow(NO_WINDOWED_BROWSER);
    expect(machine.unpacked).toBe(0);
  });
});
