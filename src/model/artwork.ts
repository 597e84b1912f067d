/** The lines of a module's picture and of the route's rail: two bundles that run apart and grow into one. */

/** One ribbon of the picture, in a field of 600 by 260. */
export interface Ribbon {
  strand: 'first' | 'second';
  path: string;
  width: number;
  opacity: number;
}

const WIDTH = 600;
const MIDDLE = 130;
const RIBBONS_PER_STRAND = 3;

/**
 * Draws the ribbons of a module.
 *
 * @param id - The same id always gives the same picture.
 * @param index - Place in the route, from 0: the later, the closer the strands.
 * @param total - Number of modules, at least 1.
 */
export function strandRibbons(id: string, index: number, total: number): Ribbon[] {
  const random = createRandom(id);
  const unity = total > 1 ? index / (total - 1) : 1;
  const meetAt = WIDTH * (0.72 - 0.5 * unity);
  const lift = (random() - 0.5) * 60;
  const ribbons: Ribbon[] = [];
  for (let step = 0; step < RIBBONS_PER_STRAND; step += 1) {
    for (const strand of ['first', 'second'] as const) {
      const side = strand === 'first' ? -1 : 1;
      const spread = (96 - 30 * step) * (1.05 - 0.55 * unity);
      const start = MIDDLE + side * (spread + random() * 14);
      // Side by side, half over each other: one cord, and both colours still there.
      const meet = MIDDLE + lift * 0.3 + side * (5 + 5 * unity + step * 3);
      const end =
        MIDDLE + lift - side * (34 - 9 * step) * (1 - unity) + side * (9 * unity + step * 2);
      ribbons.push({
        strand,
        path: wave(start, meet, end, meetAt),
        width: round((19 - 3 * step) * (0.9 + random() * 0.25)),
        opacity: [1, 0.66, 0.42][step] ?? 0.42,
      });
    }
  }
  return ribbons;
}

/**
 * How far the strands are from the rail's middle at the top of each stop, and below the last one.
 *
 * @returns One value per border, so one more than `total`; the sign says on which side the first strand is.
 */
export function railOffsets(total: number): number[] {
  const offsets: number[] = [];
  for (let border = 0; border <= total; border += 1) {
    const along = total === 0 ? 1 : border / total;
    offsets.push(round(15 * (1 - along) ** 0.8 * Math.cos(along * Math.PI * 2.4)));
  }
  return offsets;
}

function wave(start: number, meet: number, end: number, meetAt: number): string {
  const before = meetAt * 0.5;
  const after = meetAt + (WIDTH - meetAt) * 0.5;
  const points = [
    `M-20 ${round(start)}`,
    `C${round(before)} ${round(start)} ${round(before)} ${round(meet)} ${round(meetAt)} ${round(meet)}`,
    `C${round(after)} ${round(meet)} ${round(after)} ${round(end)} ${WIDTH + 20} ${round(end)}`,
  ];
  return points.join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A small seeded generator (mulberry32 over an FNV-1a hash): enough for a picture, not for secrets. */
function createRandom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
