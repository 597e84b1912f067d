/**
 * Draws every icon, the pictures that are shown while the app opens from a home screen, and the one that is
 * shown where the address is shared, from `brand.svg`.
 * Run by hand after that changed: `npx tsx src/build/icons.ts`.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { strandRibbons } from '../model/artwork.ts';
import {
  type Screen,
  SPLASH_SCREENS,
  SPLASH_THEMES,
  type SplashTheme,
  splashFile,
  waysToHold,
} from '../model/splash.ts';
import { indexedPng } from './indexed-png.ts';

const STATIC = fileURLToPath(new URL('../static/', import.meta.url));
const PAPER = '#FAF7F1';
const TINT = '#EEEBFA';
const STRANDS = { first: '#D9532C', second: '#1B7F81' } as const;

/** The colours of the mark, and the tokens that stand for them in the other theme. */
const DARK = { '#D9532C': '#FF8A66', '#1B7F81': '#4CC2C0', '#1B1A33': '#F3F0E8' } as const;
const DARK_PAPER = '#13121F';
/** How much of a screen's shorter side the mark takes while the app opens. */
const SPLASH_SHARE = 0.3;

/** The side of the square that the mark is drawn in. */
const SIDE = 512;
/** Systems that cut a shape themselves leave only the middle 80 % for sure. */
const WITHIN_CUT = 0.84;

const brand = await readFile(fileURLToPath(new URL('brand.svg', import.meta.url)), 'utf8');
const mark = piece(/<g id="mark"[\s\S]*?<\/g>/);
const word = piece(/<path id="word"[\s\S]*?\/>/);

const rounded = square(`<rect width="${SIDE}" height="${SIDE}" rx="112" fill="${PAPER}"/>${mark}`);
const cut = square(`<rect width="${SIDE}" height="${SIDE}" fill="${PAPER}"/>${scaled(mark)}`);
const monochrome = square(scaled(inOneColor(mark)));

await writeFile(`${STATIC}icons/icon.svg`, `${rounded}\n`);
await draw('icons/favicon-32.png', rounded, 32);
await draw('icons/icon-192.png', rounded, 192);
await draw('icons/icon-512.png', rounded, 512);
await draw('icons/icon-maskable-512.png', cut, 512);
await draw('icons/icon-monochrome-512.png', monochrome, 512);
await draw('icons/apple-touch-icon.png', cut, 180);
await draw('pictures/social.png', social(), 1200);
await drawSplashes();

function piece(pattern: RegExp): string {
  const found = pattern.exec(brand)?.[0];
  if (found === undefined) throw new Error(`brand.svg has no ${pattern}`);
  return found;
}

function square(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">${content}</svg>`;
}

function scaled(content: string): string {
  const shift = (SIDE * (1 - WITHIN_CUT)) / 2;
  return `<g transform="translate(${shift} ${shift}) scale(${WITHIN_CUT})">${content}</g>`;
}

/** For systems that give the icon a colour of their own: only the shape counts. */
function inOneColor(content: string): string {
  return content.replace(/stroke="#[0-9A-Fa-f]{6}"/g, 'stroke="#fff"');
}

/** The mark with the name, above the strands as a module halfway has them. */
function social(): string {
  const ribbons = strandRibbons('luisterroute', 3, 8).toReversed();
  const strands = (['first', 'second'] as const).map((strand) => {
    const paths = ribbons
      .filter((ribbon) => ribbon.strand === strand)
      .map(
        ({ path, width, opacity }) =>
          `<path d="${path}" stroke-width="${width}" stroke-opacity="${opacity}"/>`,
      );
    return `<g fill="none" stroke="${STRANDS[strand]}" style="mix-blend-mode: multiply">${paths.join('')}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630">
    <rect width="1200" height="630" fill="${PAPER}"/>
    <g transform="translate(10 10) scale(0.5)">${mark}</g>
    <g transform="translate(-315 -95) scale(1.05)">${word}</g>
    <rect y="280" width="1200" height="350" fill="${TINT}"/>
    <svg x="0" y="280" width="1200" height="350" viewBox="0 42 600 175" preserveAspectRatio="xMidYMid slice">${strands.join('')}</svg>
  </svg>`;
}

/** The mark alone, as the app's first view will have its ground. */
async function drawSplashes(): Promise<void> {
  await rm(`${STATIC}splash`, { recursive: true, force: true });
  await mkdir(`${STATIC}splash`);
  for (const theme of SPLASH_THEMES) {
    for (const { held } of SPLASH_SCREENS.flatMap(waysToHold)) {
      const fitTo = { mode: 'width', value: held.width * held.ratio } as const;
      const image = new Resvg(splash(held, theme), { fitTo }).render();
      await writeFile(`${STATIC}${splashFile(held, theme)}`, indexedPng(image));
    }
  }
}

function splash({ width, height }: Screen, theme: SplashTheme): string {
  const side = Math.min(width, height) * SPLASH_SHARE;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">
    <rect width="${width}" height="${height}" fill="${theme === 'dark' ? DARK_PAPER : PAPER}"/>
    <g transform="translate(${(width - side) / 2} ${(height - side) / 2}) scale(${side / SIDE})">${theme === 'dark' ? inTheDark(mark) : mark}</g>
  </svg>`;
}

function inTheDark(content: string): string {
  return Object.entries(DARK).reduce(
    (drawn, [light, dark]) => drawn.replaceAll(light, dark),
    content,
  );
}

async function draw(name: string, svg: string, width: number): Promise<void> {
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render();
  await writeFile(`${STATIC}${name}`, image.asPng());
}
