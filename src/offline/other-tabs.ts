/** The tabs of this browser that show the same downloads. What they are told is only where to look. */
import type { Sha256 } from '../model/units.ts';

export interface OtherTabs {
  /** Something is stored differently, or taken away. */
  tell(hash: Sha256): void;
  /** Subscribes to what the others tell; returns the way to stop. */
  onTold(listener: (hash: Sha256) => void): () => void;
}
