/** How the app may look, by choice. */

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** The names in localStorage that the script before the first paint reads too (`static/theme.js`). */
export const APPEARANCE_KEYS = {
  theme: 'luisterroute.theme',
  textSize: 'luisterroute.textSize',
} as const;
