/** Loudness as upright bars, those before the present place in the colour of what was heard. Decoration. */
import type { Fraction } from '../../model/units.ts';
import styles from './voice-bars.module.css';

const HEIGHT = 32;
const STEP = 5;

interface VoiceBarsProps {
  levels: readonly Fraction[];
  /** How many bars there is room for; fewer levels leave room at the end. */
  count: number;
  /** The share that was heard. */
  heard: Fraction;
}

export function VoiceBars({ levels, count, heard }: VoiceBarsProps) {
  const edge = heard * levels.length;
  return (
    <svg
      class={styles.root}
      viewBox={`0 0 ${count * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path class={styles.rest} d={barsPath(levels, edge, levels.length)} />
      <path class={styles.heard} d={barsPath(levels, 0, edge)} />
    </svg>
  );
}

function barsPath(levels: readonly Fraction[], from: number, to: number): string {
  return levels
    .map((level, index) => {
      if (index < Math.floor(from) || index >= Math.floor(to)) return '';
      const half = Math.max(1, (level * (HEIGHT - 4)) / 2);
      const x = index * STEP + STEP / 2;
      return `M${x} ${(HEIGHT / 2 - half).toFixed(1)}V${(HEIGHT / 2 + half).toFixed(1)}`;
    })
    .join('');
}
