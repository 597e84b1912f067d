/**
 * Which builds of the app are open in this browser: an old tab goes on playing what the new version no longer
 * needs. Each page holds a lock with the name of its build, which the browser frees also after a crash.
 */

/** The part of the Web Locks API that is used. */
export interface BuildLocks {
  request(
    name: string,
    options: { mode: LockMode },
    callback: () => Promise<void>,
  ): Promise<unknown>;
  query(): Promise<{ held?: { name?: string }[] }>;
}

const PREFIX = 'luisterroute-build:';

/**
 * Holds this page's lock for as long as the page lives.
 *
 * @param locks - Absent in a browser without Web Locks: there nobody can say who else is open.
 * @returns Whether every open tab has this build.
 */
export function holdBuild(locks: BuildLocks | undefined, build: string): () => Promise<boolean> {
  const own = PREFIX + build;
  const forever = new Promise<void>(() => undefined);
  locks?.request(own, { mode: 'shared' }, () => forever).catch(() => undefined);
  return async () => {
    const { held = [] } = (await locks?.query().catch(() => undefined)) ?? {};
    return !held.some(({ name = '' }) => name.startsWith(PREFIX) && name !== own);
  };
}
