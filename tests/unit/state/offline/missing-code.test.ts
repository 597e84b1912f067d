import { beforeEach, expect, it } from 'vitest';
import { watchMissingCode } from '../../../../src/state/offline/missing-code.ts';

let window: EventTarget;
let memory: Map<string, string>;
let isHostThere: boolean;
let whenIdle: (() => void)[];
let reloads: number;
let told: number;

beforeEach(() => {
  memory = new Map();
  isHostThere = true;
  reloads = 0;
  told = 0;
});

/** A page of this build, over the same session. */
function open(build: string, keeps = true): void {
  window = new EventTarget();
  whenIdle = [];
  watchMissingCode({
    window: window as unknown as Window,
    build,
    memory: keeps
      ? {
          getItem: (key) => memory.get(key) ?? null,
          setItem: (key, value) => memory.set(key, value),
        }
      : undefined,
    probe: async () => isHostThere,
    whenIdle: (act) => whenIdle.push(act),
    reload: () => {
      reloads += 1;
    },
    onMissing: () => {
      told += 1;
    },
  });
}

async function miss(): Promise<void> {
  window.dispatchEvent(new Event('vite:preloadError'));
  await new Promise((resolve) => setImmediate(resolve));
}

it('reloads once for a build, only when no tab is busy', async () => {
  open('a');
  await miss();
  await miss();
  expect([told, reloads, whenIdle.length]).toEqual([2, 0, 1]);
  whenIdle[0]?.();
  expect(reloads).toBe(1);
  open('a');
  await miss();
  expect(whenIdle).toEqual([]);
  expect(told).toBe(3);
});

it('of a newer build is another one', async () => {
  memory.set('luisterroute-reloaded', 'a');
  open('b');
  await miss();
  whenIdle[0]?.();
  expect(reloads).toBe(1);
});

it('without the host only tells, and tries again later', async () => {
  open('a');
  isHostThere = false;
  await miss();
  expect([told, whenIdle.length]).toEqual([1, 0]);
  isHostThere = true;
  await miss();
  expect(whenIdle).toHaveLength(1);
});

it('without a memory never reloads: it could go on for ever', async () => {
  open('a', false);
  await miss();
  whenIdle[0]?.();
  expect(reloads).toBe(0);
});
