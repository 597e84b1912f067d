/**
 * The one tab that may sound, by a lock of the browser: taking it takes it away from the tab that had it,
 * and it is free again as soon as its tab stops or is gone, even after a crash.
 */

/** The part of the Web Locks API that is used. */
export interface LeadLocks {
  request(
    name: string,
    options: { steal?: boolean },
    callback: () => Promise<void> | void,
  ): Promise<unknown>;
}

export interface TabLeadOptions {
  /** Absent in a browser without Web Locks: then every tab that asks has the lead. */
  locks: LeadLocks | undefined;
  /** This tab has the lead now. */
  onTaken: () => void;
  /** Another tab took it. */
  onLost: () => void;
  /** Nobody has it any more. */
  onFree: () => void;
}

export interface TabLead {
  readonly isMine: boolean;
  take(): void;
  /** Gives it back. @returns `false` when it was not this tab's. */
  release(): boolean;
  /** Asks to be told once when the tab that has it gives it back or is gone. */
  awaitFree(): void;
}

const NAME = 'luisterroute-sound';

export function createTabLead({ locks, onTaken, onLost, onFree }: TabLeadOptions): TabLead {
  let release: (() => void) | undefined;
  let isWaiting = false;

  function take(): void {
    if (release) return;
    let giveBack: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      giveBack = resolve;
    });
    release = giveBack;
    const isStillMine = () => release === giveBack;
    if (!locks) {
      onTaken();
      return;
    }
    const asked = locks.request(NAME, { steal: true }, () => {
      if (isStillMine()) onTaken();
      return held;
    });
    // Rejected when it was stolen; a lock that was given back resolves.
    asked.catch(() => {
      if (!isStillMine()) return;
      release = undefined;
      onLost();
    });
  }

  return {
    get isMine() {
      return release !== undefined;
    },
    take,
    release() {
      const giveBack = release;
      release = undefined;
      giveBack?.();
      return giveBack !== undefined;
    },
    awaitFree() {
      if (!locks || isWaiting) return;
      isWaiting = true;
      locks
        .request(NAME, {}, () => {
          isWaiting = false;
          onFree();
        })
        .catch(() => {
          isWaiting = false;
        });
    },
  };
}
