/** The loudness of a module as bars, the played part coloured. Decoration under the slider. */
import type { Fraction } from '../../model/units.ts';
import styles from './waveform.module.css';

const BARS = 80;
const WIDTH = 400;
const HEIGHT = 48;

export function Waveform({ peaks, played }: { peaks: readonly Fraction[]; played: Fraction }) {
  const path = barsPath(peaks);
  const edge = Math.min(1, Math.max(0, played)) * WIDTH;
  return (
    <svg
      class={styles.root}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <clipPath id="waveform-played">
        <rect x={0} y={0} width={edge} height={HEIGHT} />
      </clipPath>
      <path class={styles.rest} d={path} />
      <path class={styles.played} d={path} clip-path="url(#waveform-played)" />
      <rect class={styles.now} x={edge - 1} y={0} width={2} height={HEIGHT} />
    </svg>
  );
}

/** One stroke per bar: the mean of its share, stretched so that quiet and loud differ; flat without peaks. */
function barsPath(peaks: readonly Fraction[]): string {
  let path = '';
  for (let bar = 0; bar < BARS; bar += 1) {
    const from = Math.floor((bar * peaks.length) / BARS);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / BARS));
    const share = peaks.slice(from, to);
    const mean = share.reduce((sum, peak) => sum + peak, 0) / Math.max(1, share.length);
    const peak = Math.max(0.06, mean ** 2);
    const half = (peak * (HEIGHT - 8)) / 2;
    const x = Math.round(((bar + 0.5) * WIDTH) / BARS);
    path += `M${x} ${(HEIGHT / 2 - half).toFixed(1)}V${(HEIGHT / 2 + half).toFixed(1)}`;
  }
  return path;
}
