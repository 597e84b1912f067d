/** The picture of a module: the strands of its route, drawn from its id and its place, so it never changes. */
import { strandRibbons } from '../../model/artwork.ts';
import styles from './artwork.module.css';

interface ArtworkProps {
  id: string;
  /** Place in the route, from 0. */
  index: number;
  total: number;
}

const STRANDS = ['first', 'second'] as const;

export function Artwork({ id, index, total }: ArtworkProps) {
  const ribbons = strandRibbons(id, index, total).toReversed();
  return (
    <svg
      class={styles.root}
      viewBox="0 0 600 260"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      {STRANDS.map((strand) => (
        // Together, so that a strand mixes with the other one and not with itself.
        <g key={strand} class={styles[strand]}>
          {ribbons
            .filter((ribbon) => ribbon.strand === strand)
            .map((ribbon) => (
              <path
                key={ribbon.path}
                d={ribbon.path}
                stroke-width={ribbon.width}
                stroke-opacity={ribbon.opacity}
              />
            ))}
        </g>
      ))}
    </svg>
  );
}
