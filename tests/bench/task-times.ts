/** How long the tasks of a page take, by the clock of its own thread: what other programs do is not counted. */
import type { Milliseconds } from '../../src/model/units.ts';
import type { MeasuredBrowser } from './devtools-browser.ts';

/** One event of a trace; times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ph: string;
  tdur?: number;
  args?: { name?: string };
}

/**
 * Records the tasks of all main threads while something happens.
 *
 * @returns Their times, longest first.
 */
export async function recordTasks(
  browser: MeasuredBrowser,
  act: () => Promise<void>,
): Promise<Milliseconds[]> {
  const events: TraceEvent[] = [];
  browser.onEvent('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as TraceEvent[]));
  });
  const complete = new Promise<void>((resolve) => {
    browser.onEvent('Tracing.tracingComplete', () => resolve());
  });
  const categories = ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'];
  await browser.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  });
  await act();
  await browser.send('Tracing.end');
  await complete;
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  return events
    .filter(({ name, pid, tid }) => isTask(name) && mainThreads.has(`${pid}/${tid}`))
    .map(({ tdur = 0 }) => tdur / 1000)
    .toSorted((a, b) => b - a);
}

function isTask(name: string): boolean {
  return name === 'RunTask' || name === 'ThreadControllerImpl::RunTask';
}
