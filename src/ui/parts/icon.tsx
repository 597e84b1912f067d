/** Draws an icon: decoration beside words, never a meaning of its own. */
import type { IconNode } from 'lucide';
import { h } from 'preact';
import styles from './icon.module.css';

export type IconShape = IconNode;

interface IconProps {
  shape: IconShape;
  /** For the shapes that read better solid: play and pause. */
  filled?: boolean;
  small?: boolean;
}

export function Icon({ shape, filled = false, small = false }: IconProps) {
  return (
    <svg
      class={styles.root}
      data-filled={filled ? '' : undefined}
      data-small={small ? '' : undefined}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {shape.map(([tag, attributes], index) => h(tag, { key: index, ...attributes }))}
    </svg>
  );
}
