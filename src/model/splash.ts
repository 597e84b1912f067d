/** The pictures that an iPhone or iPad shows while the app opens from the home screen: one for each screen there is. */

/** A screen upright: width and height in CSS pixels, and how many real pixels each of these has across. */
export interface Screen {
  width: number;
  height: number;
  ratio: number;
}

/** Screens of iPhones and iPads that can run the app. The system shows a picture only when it fits to the pixel. */
export const SPLASH_SCREENS: readonly Screen[] = [
  { width: 320, height: 568, ratio: 2 },
  { width: 375, height: 667, ratio: 2 },
  { width: 375, height: 812, ratio: 3 },
  { width: 390, height: 844, ratio: 3 },
  { width: 393, height: 852, ratio: 3 },
  { width: 402, height: 874, ratio: 3 },
  { width: 414, height: 736, ratio: 3 },
  { width: 414, height: 896, ratio: 2 },
  { width: 414, height: 896, ratio: 3 },
  { width: 420, height: 912, ratio: 3 },
  { width: 428, height: 926, ratio: 3 },
  { width: 430, height: 932, ratio: 3 },
  { width: 440, height: 956, ratio: 3 },
  { width: 744, height: 1133, ratio: 2 },
  { width: 768, height: 1024, ratio: 2 },
  { width: 810, height: 1080, ratio: 2 },
  { width: 820, height: 1180, ratio: 2 },
  { width: 834, height: 1112, ratio: 2 },
  { width: 834, height: 1194, ratio: 2 },
  { width: 834, height: 1210, ratio: 2 },
  { width: 1024, height: 1366, ratio: 2 },
  { width: 1032, height: 1376, ratio: 2 },
];

/** The ground of the picture: that of the theme in which the app opens. */
export const SPLASH_THEMES = ['light', 'dark'] as const;
export type SplashTheme = (typeof SPLASH_THEMES)[number];

/** Where the picture lies, from the base path; its size in real pixels is in its name. */
export function splashFile({ width, height, ratio }: Screen, theme: SplashTheme): string {
  return `splash/${width * ratio}x${height * ratio}-${theme}.png`;
}

/** A picture, and when the system is to show it. */
export interface Splash {
  file: string;
  media: string;
}

/** The least width of a screen that is also held on its side while the app opens. */
const TABLET_WIDTH = 700;

/**
 * The pictures for one screen.
 *
 * @param screen - As the device tells it: upright, or as it is held.
 * @param theme - `system` gives both grounds, each for its own colours.
 * @returns None for a screen that is not known: the system then shows its own plain ground.
 */
export function splashesFor(screen: Screen, theme: SplashTheme | 'system'): Splash[] {
  const width = Math.min(screen.width, screen.height);
  const height = Math.max(screen.width, screen.height);
  const known = SPLASH_SCREENS.find(
    (one) => one.width === width && one.height === height && one.ratio === screen.ratio,
  );
  if (!known) return [];
  return SPLASH_THEMES.filter((one) => theme === 'system' || theme === one).flatMap((one) => {
    const scheme = theme === 'system' ? ` and (prefers-color-scheme: ${one})` : '';
    return waysToHold(known).map(({ orientation, held }) => ({
      file: splashFile(held, one),
      media: `(orientation: ${orientation})${scheme}`,
    }));
  });
}

/** How a screen can stand while the app opens. */
export function waysToHold(screen: Screen): { orientation: string; held: Screen }[] {
  const upright = { orientation: 'portrait', held: screen };
  if (screen.width < TABLET_WIDTH) return [upright];
  const { width, height, ratio } = screen;
  return [upright, { orientation: 'landscape', held: { width: height, height: width, ratio } }];
}
