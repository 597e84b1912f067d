/** Which single key works the player, and when it is left to what has the focus. */

/** What a key asks for. */
export type Shortcut = 'toggle' | 'back' | 'forward' | 'mark';

/** A key press, without the browser's event. */
export interface KeyPress {
  key: string;
  /** Ctrl, Alt, Shift or Meta is down too. */
  hasModifier: boolean;
  /** The key is held down. */
  isRepeat: boolean;
  /** What has the focus: a field that takes letters, another control, or neither. */
  focus: 'field' | 'control' | 'none';
}

const KEYS: Readonly<Record<string, Shortcut>> = {
  ' ': 'toggle',
  k: 'toggle',
  j: 'back',
  l: 'forward',
  m: 'mark',
};

/** Finds what a key press asks for; a key that is held down repeats only the steps. */
export function shortcutFor({ key, hasModifier, isRepeat, focus }: KeyPress): Shortcut | undefined {
  if (hasModifier || focus === 'field') return undefined;
  if (key === ' ' && focus === 'control') return undefined;
  const name = key.toLowerCase();
  const shortcut = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
  if (isRepeat && (shortcut === 'toggle' || shortcut === 'mark')) return undefined;
  return shortcut;
}
