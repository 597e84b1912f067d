/** Tells an iPhone or iPad which picture to show while the app opens from the home screen. */
import { effect } from '@preact/signals-core';
import { splashesFor } from '../../model/splash.ts';
import type { AppearanceState } from '../appearance.ts';
import type { DeviceState } from '../device.ts';

export interface SplashParts {
  base: string;
  device: DeviceState;
  appearance: AppearanceState;
}

/**
 * Adds the links for this screen alone: the system reads them at the moment that the app is put on the home
 * screen. In the HTML they would be weighed by everybody, for dozens of screens.
 */
export function linkSplashes({ base, device, appearance }: SplashParts): void {
  if (!device.needsSteps()) return;
  const { width, height } = window.screen;
  effect(() => {
    for (const old of document.querySelectorAll('[rel="apple-touch-startup-image"]')) old.remove();
    const screen = { width, height, ratio: devicePixelRatio };
    for (const { file, media } of splashesFor(screen, appearance.theme.value)) {
      const link = document.createElement('link');
      link.rel = 'apple-touch-startup-image';
      link.href = `${base}${file}`;
      link.media = media;
      document.head.append(link);
    }
  });
}
