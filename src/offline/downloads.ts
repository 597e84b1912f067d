/**
 * Downloads as the state layer uses them: wishes go in, states come out. How they are worked off is in
 * `download-queue.ts`.
 */
import type { DownloadRecords } from '../model/download.ts';
import type { ModuleSummary } from '../model/learning-route.ts';
import type { Milliseconds, Sha256, Timestamp } from '../model/units.ts';
import type { DownloadStates } from './download-list.ts';
import type { DownloadWork } from './download-work.ts';
import type { OtherTabs } from './other-tabs.ts';

/** What the queue needs; tests give fakes. */
export interface DownloadsDeps {
  records: DownloadRecords;
  fetch: typeof fetch;
  caches: CacheStorage;
  /** The absolute address of the app's folder, ending with a slash. */
  baseUrl: string;
  now: () => Timestamp;
  /** Tells the worker that pieces of this audio changed. */
  forgetAudio?: (hash: Sha256) => void;
  /** Whether audio that this version no longer needs may go; while an older tab is open it may not. */
  mayErase?: () => Promise<boolean>;
  /** Told once {@link Downloads.start} has found out what is there, before it goes on downloading. */
  onKnown?: () => void;
  /** With it, only one tab at a time downloads. */
  locks?: Pick<LockManager, 'request'>;
  /** With it, what one tab does to a download is true in all of them. */
  others?: OtherTabs;
  /** Does the work where many bytes move; without it that is done right here. */
  work?: DownloadWork;
  /** How long a connection may be silent. @defaultValue 30 s */
  patience?: Milliseconds;
  /** Waits between two tries; rejects when the signal aborts. */
  wait?: (time: Milliseconds, signal: AbortSignal) => Promise<void>;
}

/**
 * Why it may be worth trying again: time went by, the person came back to the page (perhaps from the login
 * page of a public network), or the browser tells of a line where there was none.
 */
export type RetryCause = 'time' | 'return' | 'new-line';

/** The wishes and the facts. Failures are states, never rejections. */
export interface Downloads {
  /**
   * Finds out what is really there and goes on with what was wished for.
   *
   * @param modules - Every module of the catalog.
   */
  start(modules: readonly ModuleSummary[]): Promise<void>;
  /** Puts modules at the end of the queue; those without audio have nothing to download. */
  download(modules: readonly ModuleSummary[]): void;
  /** Stops everything that waits or runs; the pieces that are in stay. */
  pause(): void;
  /** Goes on with what was paused or failed. */
  resume(): void;
  /** Goes on with what stopped, as far as the cause may help. */
  retry(cause: RetryCause): void;
  /** While held nothing is fetched: wishes wait, and a running download waits at the piece where it is. */
  hold(isHeld: boolean): void;
  /** Gives up a download and takes its pieces away. */
  cancel(moduleId: string): void;
  /** Takes a module off the device; its text stays with the texts of the route. */
  remove(moduleId: string): Promise<void>;
  /**
   * Reads everything back, and fetches again what is damaged or gone. What is damaged stays until then: the
   * rest of it can still be heard.
   */
  verify(): Promise<void>;
  /**
   * The same for one module, and at once, also while it plays.
   *
   * @param isRepairing - `false` without a connection: then it is only found out. In both cases the module no
   * longer counts as being on the device.
   * @returns The numbers of the pieces that are damaged or gone; none for a module that cannot be played.
   */
  check(moduleId: string, isRepairing: boolean): Promise<readonly number[]>;
  readonly states: DownloadStates;
  /** Called after every change, at most four times a second while bytes come in. */
  onChange(listener: (states: DownloadStates) => void): () => void;
}
