import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SPLASH_SCREENS, splashesFor } from '../../../src/model/splash.ts';

const STATIC = fileURLToPath(new URL('../../../src/static/', import.meta.url));

describe('the pictures while the app opens', () => {
  it('are there for every screen, theme and way to hold it, as large as their name says', () => {
    const files = SPLASH_SCREENS.flatMap((screen) => splashesFor(screen, 'system'));
    // 13 telephones in two themes, 9 tablets in two themes and two ways.
    expect(files).toHaveLength(13 * 2 + 9 * 4);
    for (const { file } of files) {
      expect(existsSync(`${STATIC}${file}`), file).toBe(true);
      const header = readFileSync(`${STATIC}${file}`);
      const size = `${header.readUInt32BE(16)}x${header.readUInt32BE(20)}`;
      expect(file).toContain(`/${size}-`);
    }
  });

  it('follow the device, each for its own colours', () => {
    expect(splashesFor({ width: 390, height: 844, ratio: 3 }, 'system')).toEqual([
      {
        file: 'splash/1170x2532-light.png',
        media: '(orientation: portrait) and (prefers-color-scheme: light)',
      },
      {
        file: 'splash/1170x2532-dark.png',
        media: '(orientation: portrait) and (prefers-color-scheme: dark)',
      },
    ]);
  });

  it('follow a chosen theme, whatever the device prefers', () => {
    expect(splashesFor({ width: 390, height: 844, ratio: 3 }, 'dark')).toEqual([
      { file: 'splash/1170x2532-dark.png', media: '(orientation: portrait)' },
    ]);
  });

  it('are the same for a device that tells its screen as it is held', () => {
    const upright = splashesFor({ width: 820, height: 1180, ratio: 2 }, 'light');
    expect(splashesFor({ width: 1180, height: 820, ratio: 2 }, 'light')).toEqual(upright);
    expect(upright.map(({ file }) => file)).toEqual([
      'splash/1640x2360-light.png',
      'splash/2360x1640-light.png',
    ]);
  });

  it('are none for a screen that is not known, or at another number of pixels', () => {
    expect(splashesFor({ width: 360, height: 780, ratio: 3 }, 'system')).toEqual([]);
    expect(splashesFor({ width: 390, height: 844, ratio: 2 }, 'system')).toEqual([]);
  });
});
