/** To the chapter before and after, as on any player with tracks. */
import type { Chapter } from './learning-module.ts';
import type { Seconds } from './units.ts';

/** So long after its start a chapter is started over first. */
const RESTART_AFTER: Seconds = 3;

/**
 * Where "previous chapter" leads: the start of this chapter, or of the one before it just after that start.
 *
 * @returns `undefined` at the very start and for chapters without times.
 */
export function previousChapterStart(
  chapters: readonly Chapter[],
  currentTime: Seconds,
): Seconds | undefined {
  const limit = Math.max(0, currentTime - RESTART_AFTER);
  const starts = chapters.flatMap(({ startTime }) => startTime ?? []);
  const start = starts.findLast((candidate) => candidate <= limit) ?? starts[0];
  return start !== undefined && start < currentTime ? start : undefined;
}

/** Where "next chapter" leads. @returns `undefined` in the last chapter. */
export function nextChapterStart(
  chapters: readonly Chapter[],
  currentTime: Seconds,
): Seconds | undefined {
  return chapters.find(({ startTime }) => startTime !== undefined && startTime > currentTime)
    ?.startTime;
}
