/** Draws the icons that a home screen asks for from the one SVG. Run by hand after that changed: `tsx src/build/icons.ts`. */
import { readFile, writeFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-js';

const FOLDER = 'src/static/icons';

/** Systems that cut a shape themselves need paper up to the edge, and the mark within the middle 80 %. */
const CUT_BY_SYSTEM = { rounded: false, scale: 0.84 };
const CUT_BY_US = { rounded: true, scale: 1 };

const ICONS = [
  { name: 'icon-192.png', size: 192, ...CUT_BY_US },
  { name: 'icon-512.png', size: 512, ...CUT_BY_US },
  { name: 'icon-maskable-512.png', size: 512, ...CUT_BY_SYSTEM },
  { name: 'apple-touch-icon.png', size: 180, ...CUT_BY_SYSTEM },
] as const;

const source = await readFile(`${FOLDER}/icon.svg`, 'utf8');
for (const icon of ICONS) {
  const shift = (512 * (1 - icon.scale)) / 2;
  const svg = source
    .replace(/ rx="\d+"/, (corners) => (icon.rounded ? corners : ''))
    .replace('id="mark"', `transform="translate(${shift} ${shift}) scale(${icon.scale})"`);
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: icon.size } }).render();
  await writeFile(`${FOLDER}/${icon.name}`, image.asPng());
}
