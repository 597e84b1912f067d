/** The contrast of every pair of colours that meet on the screen, computed from the tokens, in both themes, also with more contrast. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const TOKENS = readFileSync(
  fileURLToPath(new URL('../../../src/styles/tokens.css', import.meta.url)),
  'utf8',
);

/** WCAG 1.4.3 and 1.4.11: of text, and of what must be seen to use the app. */
const TEXT = 4.5;
const SHAPE = 3;

/** What is drawn, on what, and how much they must differ. */
const PAIRS: readonly [drawn: string, on: readonly string[], least: number][] = [
  ['ink', ['paper', 'surface', 'tint'], TEXT],
  ['muted', ['paper', 'surface', 'tint'], TEXT],
  ['sociaal-text', ['paper', 'surface', 'tint'], TEXT],
  ['good', ['paper', 'surface', 'tint'], TEXT],
  ['accent', ['paper', 'surface', 'tint'], TEXT],
  ['on-accent', ['accent'], TEXT],
  // The check mark in the disc of a finished stop.
  ['paper', ['ink'], TEXT],
  // Edges of fields and buttons, also those that are chosen.
  ['edge', ['paper', 'surface', 'tint'], SHAPE],
  // What was played or fetched, also against what was not.
  ['accent', ['wave'], SHAPE],
  ['wave', ['paper', 'surface'], SHAPE],
  ['sociaal', ['paper', 'surface', 'tint'], SHAPE],
  ['veiligheid', ['paper', 'surface', 'tint'], SHAPE],
];

/** Colours that only decorate: nothing has to be read from them. */
const DECORATION = ['hairline'];

const light = colorsIn(/:root \{([^}]*)\}/);
const plain = {
  light,
  'dark by the system': {
    ...light,
    ...colorsIn(/:root:not\(\[data-theme="light"\]\) \{([^}]*)\}/),
  },
  'dark by choice': { ...light, ...colorsIn(/:root\[data-theme="dark"\] \{([^}]*)\}/) },
};

const themes: Record<string, Record<string, string>> = {
  ...plain,
  ...Object.fromEntries(
    Object.entries(plain).map(([name, colors]) => [
      `${name}, more contrast`,
      { ...colors, ...pointersIn(/prefers-contrast: more\) \{\s*[^{]*\{([^}]*)\}/, colors) },
    ]),
  ),
};

describe.each(Object.entries(themes))('%s', (_theme, colors) => {
  const rows = PAIRS.flatMap(([drawn, grounds, least]) =>
    grounds.map((ground) => ({ drawn, ground, least })),
  );

  it.each(rows)('$drawn on $ground: at least $least', ({ drawn, ground, least }) => {
    expect(contrast(colors[drawn] ?? '', colors[ground] ?? '')).toBeGreaterThanOrEqual(least);
  });
});

it('dark is the same by the system and by choice', () => {
  expect(plain['dark by choice']).toEqual(plain['dark by the system']);
  expect(plain['dark by choice']).not.toEqual(light);
});

it('more contrast makes muted text, edges and lines as strong as the text', () => {
  const strong = themes['light, more contrast'];
  for (const name of ['muted', 'edge', 'hairline']) expect(strong?.[name]).toBe(light.ink);
});

it('knows every colour of the tokens', () => {
  const known = new Set([...PAIRS.flatMap(([drawn, on]) => [drawn, ...on]), ...DECORATION]);
  expect(Object.keys(light).filter((name) => !known.has(name))).toEqual([]);
});

it('computes as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

/** The colours that a rule of the tokens sets, by name. */
function colorsIn(rule: RegExp): Record<string, string> {
  return Object.fromEntries(
    [...bodyOf(rule).matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', color = '']) => [
      name,
      color,
    ]),
  );
}

/** The colours that a rule makes the same as another. */
function pointersIn(rule: RegExp, colors: Record<string, string>): Record<string, string> {
  const pointers = [...bodyOf(rule).matchAll(/--([a-z-]+): var\(--([a-z-]+)\);/g)];
  return Object.fromEntries(
    pointers.map(([, name = '', other = '']) => [name, colors[other] ?? '']),
  );
}

function bodyOf(rule: RegExp): string {
  const body = rule.exec(TOKENS)?.[1];
  if (body === undefined) throw new Error(`no rule ${rule} in the tokens`);
  return body;
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
