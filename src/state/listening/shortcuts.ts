/** Single keys that work the player, on every page and while the setting is on; not under a dialog. */
import { type KeyPress, shortcutFor } from '../../model/shortcut.ts';
import type { MarksState } from '../questions/marks.ts';
import type { SettingsState } from '../settings.ts';
import type { PlaybackState } from './playback.ts';

export interface ShortcutDeps {
  playback: Pick<PlaybackState, 'loaded' | 'toggle' | 'skip'>;
  settings: Pick<SettingsState, 'values'>;
  mark: () => void;
  /** Whether a dialog lies over the page: its keys are its own. */
  isCovered: () => boolean;
}

/** Listens to the keys of this page from now on. */
export function listenToShortcuts(
  { playback, settings }: Pick<ShortcutDeps, 'playback' | 'settings'>,
  { marks }: { marks: Pick<MarksState, 'mark'> },
): void {
  document.addEventListener('keydown', (event) =>
    onShortcutKey(event, {
      playback,
      settings,
      mark: () => void marks.mark(),
      isCovered: () => document.querySelector('dialog[open]') !== null,
    }),
  );
}

/** What the shortcuts need to know of a browser's key event. */
export type KeyEvent = Pick<
  KeyboardEvent,
  | 'key'
  | 'ctrlKey'
  | 'altKey'
  | 'shiftKey'
  | 'metaKey'
  | 'repeat'
  | 'isComposing'
  | 'defaultPrevented'
  | 'target'
  | 'preventDefault'
>;

/** Does what the key asks for, if anything. */
export function onShortcutKey(
  event: KeyEvent,
  { playback, settings, mark, isCovered }: ShortcutDeps,
): void {
  if (!settings.values.peek().shortcuts || !playback.loaded.peek()) return;
  if (event.defaultPrevented || event.isComposing) return;
  const shortcut = shortcutFor({
    key: event.key,
    hasModifier: event.ctrlKey || event.altKey || event.shiftKey || event.metaKey,
    isRepeat: event.repeat,
    focus: focusOf(event.target),
  });
  if (shortcut === undefined || isCovered()) return;
  event.preventDefault();
  const { backStep, forwardStep } = settings.values.peek();
  switch (shortcut) {
    case 'toggle':
      playback.toggle();
      break;
    case 'back':
      playback.skip(-backStep);
      break;
    case 'forward':
      playback.skip(forwardStep);
      break;
    case 'mark':
      mark();
      break;
  }
}

const FIELD =
  'textarea, select, [contenteditable]:not([contenteditable="false"]), input:not([type="range"], [type="checkbox"], [type="radio"], [type="button"])';
const CONTROL = 'input, button, a[href], summary, [role="button"]';

/** What sort of thing has the focus: in a field somebody may be writing. */
export function focusOf(target: EventTarget | null): KeyPress['focus'] {
  if (target === null || !(target instanceof Element)) return 'none';
  if (target.closest(FIELD)) return 'field';
  return target.closest(CONTROL) ? 'control' : 'none';
}
