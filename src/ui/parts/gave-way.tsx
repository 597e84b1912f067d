/** On a full device, sound gave way to what a person keeps: says of which modules. */
import { useApp } from '../frame/app-context.ts';
import { formatNames } from './format.ts';
import styles from './gave-way.module.css';

interface GaveWayProps {
  /** Of modules. */
  ids: readonly string[];
  /** What is said of their titles. */
  words: (titles: string) => string;
}

export function GaveWay({ ids, words }: GaveWayProps) {
  const { content } = useApp();
  if (ids.length === 0) return null;
  const modules = content.catalog.value.routes.flatMap((route) => route.modules);
  const titles = ids.map((id) => modules.find((summary) => summary.id === id)?.title ?? id);
  return (
    <p class={styles.root} role="status">
      {words(formatNames(titles))}
    </p>
  );
}
