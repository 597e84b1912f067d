/** The picture of a module: the strands of its route, drawn from its id and its place, so it never changes. */
import { strandRibbons } from '../../model/artwork.ts';
import styles from './artwork.module.css';

interface ArtworkProps {
  id: string;
  /** Place in the route, from 0. */
  index: number;
  total: number;
}

export function Artwork({ id, index, total }: ArtworkProps) {
  return (
    <svg
      class={styles.root}
      viewBox="0 0 600 260"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      {strandRibbons(id, index, total).map((ribbon) => (
        <path
          key={ribbon.path}
          class={ribbon.strand === 'first' ? styles.first : styles.second}
          d={ribbon.path}
          stroke-width={ribbon.width}
          stroke-opacity={ribbon.opacity}
        />
      ))}
    </svg>
  );
}
