/** What helps somebody who reads along: hearing a part again, sharing a moment, a screen that stays on. */
import { computed, effect, signal } from '@preact/signals-core';
import type { Seconds } from '../../model/units.ts';
import { keepAwake } from '../listening/keep-awake.ts';
import type { ToolParts } from '../tool-parts.ts';
import { PassagesModel, SLOW_RATE } from './passages.ts';
import { SharingModel } from './sharing.ts';

export function createReadingTools(parts: ToolParts) {
  const { content, location, playback, settings } = parts;
  const isVisible = signal(document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', () => {
    isVisible.value = document.visibilityState === 'visible';
  });

  /** The text that belongs to the sound is on screen. */
  const isReadingAlong = computed(() => {
    const page = location.page.value;
    const loaded = playback.loaded.value;
    return (
      page.kind === 'module' &&
      page.routeId === loaded?.routeId &&
      page.moduleId === loaded.moduleId &&
      content.module(page.routeId, page.moduleId).value.kind === 'ready'
    );
  });
  if ('wakeLock' in navigator) {
    const isWanted = computed(
      () =>
        settings.values.value.keepAwake &&
        isVisible.value &&
        playback.isPlaying.value &&
        isReadingAlong.value,
    );
    keepAwake(isWanted, () => navigator.wakeLock.request('screen'));
  }

  // A link counts once: coming back to its page later must not throw away where the listener is by then.
  effect(() => {
    const page = location.page.value;
    if (!playback.isPlaying.value || !isReadingAlong.value) return;
    if (page.kind === 'module' && page.time !== undefined) forgetTime();
  });

  return {
    slowRate: SLOW_RATE,
    passages: new PassagesModel(playback),
    sharing: new SharingModel({
      ...('share' in navigator ? { share: (moment) => navigator.share(moment) } : {}),
      copy: (text) => navigator.clipboard.writeText(text),
    }),
    /** The whole address of a second in the module that is loaded; `undefined` while nothing is. */
    linkTo(time: Seconds): string | undefined {
      const loaded = playback.loaded.peek();
      if (!loaded) return undefined;
      const { routeId, moduleId, summary } = loaded;
      // The seconds of an episode mean nothing to who has not added it.
      const place = summary.id === moduleId ? { time } : {};
      const address = location.href({ kind: 'module', routeId, moduleId, ...place });
      return new URL(address, document.baseURI).href;
    },
  };
}

/** Takes the second out of the address in the bar; the page on screen stays as it is. */
function forgetTime(): void {
  const { pathname, hash } = window.location;
  history.replaceState(history.state, '', `${pathname}${hash}`);
}
