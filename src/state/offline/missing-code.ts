/**
 * A piece of the app's code that cannot be fetched: after a deployment that an open tab did not see, or
 * because the browser cleaned up. One reload per build may mend it, and only at a moment when it costs nothing.
 */

export interface MissingCodeDeps {
  window: Pick<Window, 'addEventListener'>;
  /** Names the build that runs. */
  build: string;
  memory: Pick<Storage, 'getItem' | 'setItem'> | undefined;
  /** Whether the host really answers: a device that says it is online may still have no internet. */
  probe: () => Promise<boolean>;
  /** Runs it when no tab is busy. */
  whenIdle: (act: () => void) => void;
  reload: () => void;
  /** The code stays away: to be told. */
  onMissing: () => void;
}

const KEY = 'luisterroute-reloaded';

/** Follows Vite's event. @see https://vite.dev/guide/build#load-error-handling */
export function watchMissingCode(deps: MissingCodeDeps): void {
  let isHandled = false;

  async function handle(): Promise<void> {
    deps.onMissing();
    if (isHandled || wasReloaded()) return;
    isHandled = true;
    if (!(await deps.probe())) {
      isHandled = false;
      return;
    }
    deps.whenIdle(() => {
      if (!remember()) return;
      deps.reload();
    });
  }

  function wasReloaded(): boolean {
    try {
      return deps.memory?.getItem(KEY) === deps.build;
    } catch {
      return true;
    }
  }

  /** Without a memory it could go on for ever. */
  function remember(): boolean {
    try {
      deps.memory?.setItem(KEY, deps.build);
      return deps.memory !== undefined;
    } catch {
      return false;
    }
  }

  deps.window.addEventListener('vite:preloadError', () => void handle());
}
