import { beforeEach, describe, expect, it } from 'vitest';
import type { DownloadState } from '../../../../src/model/download.ts';
import type { ModuleSummary } from '../../../../src/model/learning-route.ts';
import { ContentModel } from '../../../../src/state/content.ts';
import { ProgressModel } from '../../../../src/state/listening/progress.ts';
import { ConnectionModel } from '../../../../src/state/offline/connection.ts';
import { DownloadWishesModel } from '../../../../src/state/offline/download-wishes.ts';
import { DownloadsModel } from '../../../../src/state/offline/downloads.ts';
import { SettingsModel } from '../../../../src/state/settings.ts';
import { audioOf, catalogOf, summaryOf } from '../../../fixtures/learning-route.ts';

const MB = 1_000_000;

/** Modules of 30 MB, and what is around them. */
function setUp() {
  const modules = ['een', 'twee', 'drie', 'vier', 'vijf'].map((id) =>
    summaryOf(id, { audio: { ...audioOf(id, 10), size: 30 * MB - 10 } }),
  );
  const content = new ContentModel({ base: '/', catalog: catalogOf(modules) });
  const progress = new ProgressModel({ save: async () => undefined, now: () => 1 });
  const settings = new SettingsModel({ save: () => undefined });
  const downloads = new DownloadsModel();
  const line = { isMetered: false, listeners: [] as (() => void)[] };
  const connection = new ConnectionModel({
    settings,
    watch: {
      get isMetered() {
        return line.isMetered;
      },
      onChange(listener) {
        line.listeners.push(listener);
        return () => undefined;
      },
    },
  });
  const asked: string[][] = [];
  const removed: string[] = [];
  const states = new Map<string, DownloadState>();
  let listener: (states: ReadonlyMap<string, DownloadState>) => void = () => undefined;
  const tell = () => listener(new Map(states));
  downloads.attach({
    onChange(next: typeof listener) {
      listener = next;
      return () => undefined;
    },
    async remove(moduleId: string) {
      removed.push(moduleId);
      states.delete(moduleId);
      tell();
    },
  } as unknown as Parameters<typeof downloads.attach>[0]);
  const holds: boolean[] = [];
  let loadedId: string | undefined;
  let clock = 0;
  const wishes = new DownloadWishesModel({
    downloads,
    connection,
    settings,
    progress,
    content,
    loadedId: () => loadedId,
    download: (wanted) => void asked.push(wanted.map(({ id }) => id)),
    hold: (isHeld) => void holds.push(isHeld),
    clock: () => clock,
  });
  return {
    modules,
    settings,
    progress,
    downloads,
    connection,
    wishes,
    asked,
    removed,
    holds,
    setMetered(isMetered: boolean) {
      line.isMetered = isMetered;
      for (const act of line.listeners) act();
    },
    put(summary: ModuleSummary | undefined, kind: 'ready' | 'downloading', bytes = 0) {
      if (!summary) throw new Error('no module');
      const total = 30 * MB;
      states.set(
        summary.id,
        kind === 'ready' ? { kind, size: total, verifiedAt: 1 } : { kind, bytes, total },
      );
      tell();
    },
    finish: (id: string) => progress.markCompleted('r', id),
    load: (id: string) => {
      loadedId = id;
    },
    wait: (time: number) => {
      clock += time;
    },
  };
}

let app: ReturnType<typeof setUp>;
beforeEach(() => {
  app = setUp();
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a wish', () => {
  it('on a free line starts at once, for what is not there yet', () => {
    app.put(app.modules[1], 'ready');
    app.wishes.request(app.modules);
    expect(app.asked).toEqual([['een', 'drie', 'vier', 'vijf']]);
    expect(app.wishes.question.value).toBeUndefined();
  });

  it('over mobile data asks first, with the size', async () => {
    app.setMetered(true);
    app.wishes.request(app.modules.slice(0, 2));
    expect(app.asked).toEqual([]);
    expect(app.wishes.question.value).toMatchObject({ kind: 'metered', size: 60 * MB });
    await app.wishes.agree();
    expect(app.asked).toEqual([['een', 'twee']]);
    expect(app.holds.at(-1)).toBe(false);
  });

  it('that was agreed to is asked again on the next mobile line', async () => {
    app.setMetered(true);
    app.wishes.request(app.modules.slice(0, 1));
    await app.wishes.agree();
    app.setMetered(false);
    app.setMetered(true);
    expect(app.holds.at(-1)).toBe(true);
  });

  it('is not asked about when mobile data is allowed', () => {
    app.settings.set('meteredDownloads', true);
    app.setMetered(true);
    app.wishes.request(app.modules.slice(0, 1));
    expect(app.asked).toEqual([['een']]);
  });

  it('over the cap offers finished modules first, and only as many as it takes', async () => {
    app.settings.set('audioCap', 100);
    for (const module of app.modules.slice(0, 3)) app.put(module, 'ready');
    await app.finish('een');
    await app.finish('drie');
    app.wishes.request(app.modules.slice(3, 4));
    expect(app.wishes.question.value).toMatchObject({
      kind: 'room',
      plan: { remove: ['een'], short: 0 },
    });
    await app.wishes.agree();
    expect(app.removed).toEqual(['een']);
    expect(app.asked).toEqual([['vier']]);
  });

  it('that does not fit at all says how much is too much, and removes nothing', async () => {
    app.settings.set('audioCap', 50);
    app.put(app.modules[0], 'ready');
    app.wishes.request(app.modules.slice(1, 3));
    expect(app.wishes.question.value).toMatchObject({ plan: { remove: [], short: 40 * MB } });
    await app.wishes.agree();
    expect([app.removed, app.asked]).toEqual([[], []]);
  });
});

it('tells what the next three take before they are wished for', async () => {
  expect(app.wishes.nextSize.value).toBe(90 * MB);
  app.put(app.modules[1], 'ready');
  expect(app.wishes.nextSize.value).toBe(60 * MB);
  await app.finish('een');
  expect(app.wishes.nextSize.value).toBe(60 * MB);
  expect(app.asked).toEqual([]);
});

describe('the next three', () => {
  beforeEach(() => {
    app.settings.set('keepNext', true);
  });

  it('come by themselves once it is known what is there', async () => {
    await settled();
    expect(app.asked).toEqual([]);
    app.downloads.setKnown();
    await settled();
    expect(app.asked).toEqual([['een', 'twee', 'drie']]);
  });

  it('move on when a module is finished', async () => {
    for (const module of app.modules.slice(0, 3)) app.put(module, 'ready');
    app.downloads.setKnown();
    await app.finish('een');
    await settled();
    expect(app.asked).toEqual([['vier']]);
  });

  it('never come over mobile data', async () => {
    app.setMetered(true);
    app.downloads.setKnown();
    await settled();
    expect(app.asked).toEqual([]);
    app.setMetered(false);
    await settled();
    expect(app.asked).toHaveLength(1);
  });

  it('make room with finished modules, but never with the one in the player', async () => {
    app.settings.set('audioCap', 90);
    app.put(app.modules[0], 'ready');
    app.put(app.modules[1], 'ready');
    await app.finish('een');
    await app.finish('twee');
    app.load('een');
    app.downloads.setKnown();
    await settled();
    expect(app.asked).toEqual([]);
    expect(app.wishes.isNextTooLarge.value).toBe(true);
    app.settings.set('audioCap', 120);
    await settled();
    expect(app.removed).toEqual(['twee']);
    expect(app.asked).toEqual([['drie', 'vier', 'vijf']]);
    expect(app.wishes.isNextTooLarge.value).toBe(false);
  });
});

it('tells how far it is in all, and how long it takes', () => {
  const stop = app.wishes.timeLeft.subscribe(() => undefined);
  app.put(app.modules[0], 'downloading', 0);
  app.wait(2000);
  app.put(app.modules[0], 'downloading', 10 * MB);
  expect(app.wishes.open.value).toEqual({ bytes: 10 * MB, total: 30 * MB });
  expect(app.wishes.timeLeft.value).toBe(4);
  stop();
});
