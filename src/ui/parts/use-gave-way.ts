/** On a full device, sound gave way to what a person keeps: says of which modules. */
import { useApp } from '../frame/app-context.ts';
import { formatNames } from './format.ts';

/**
 * @param ids - Of modules.
 * @param words - What is said of their titles.
 * @returns An empty text when nothing gave way: to be shown in a region that was there before, so that it is read aloud.
 */
export function useGaveWay(ids: readonly string[], words: (titles: string) => string): string {
  const { content } = useApp();
  if (ids.length === 0) return '';
  const modules = content.catalog.value.routes.flatMap((route) => route.modules);
  const titles = ids.map((id) => modules.find((summary) => summary.id === id)?.title ?? id);
  return words(formatNames(titles));
}
