/**
 * Draws every icon, and the picture that is shown where the address is shared, from `brand.svg`.
 * Run by hand after that changed: `npx tsx src/build/icons.ts`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { strandRibbons } from '../model/artwork.ts';

const STATIC = fileURLToPath(new URL('../static/', import.meta.url));
const PAPER = '#FAF7F1';
const TINT = '#EEEBFA';
const STRANDS = { first: '#D9532C', second: '#1B7F81' } as const;

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

async function draw(name: string, svg: string, width: number): Promise<void> {
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render();
  await writeFile(`${STATIC}${name}`, image.asPng());
}
