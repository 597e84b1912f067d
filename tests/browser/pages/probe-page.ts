/**
 * The page in which the real player and the real storage are put to the test: gives the tests a few
 * functions to call, and does nothing by itself but what its address asks for.
 */
import { createScriptUrls } from '../../../src/offline/script-urls.ts';
import type { AudioEngine, EngineEvent } from '../../../src/player/audio-engine.ts';
import { createHowlerEngine, type HowlerEngineOptions } from '../../../src/player/howler-engine.ts';
import { createDraftWriter } from '../../../src/storage/draft-writer.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { WriteAnswer, WriteRequest } from '../../../src/storage/position-worker.ts';
import { AUDIO_ENGINE_CONTRACT, type EngineHarness } from '../../contract/audio-engine-contract.ts';
import workerUrl from './faulty-worker.ts?worker&url';

/** When howler comes: before the first sound, never (as offline), or while the first one plays, as in the app. */
export type HowlerArrival = 'before' | 'never' | 'while playing';

/** What the tests can call in this page. */
export interface ProbePage {
  /** Runs one case of the contract; rejects when it does not hold. */
  runCase(name: string, arrival: HowlerArrival): Promise<void>;
  /** What an engine told that was asked to play while nobody had touched the page. */
  untouched: Promise<EngineEvent['kind'][]>;
  createReadyEngine: typeof createReadyEngine;
  openStorage: typeof openStorage;
  createDraftWriter: typeof createDraftWriter;
  writeInFaultyWorker: typeof writeInFaultyWorker;
}

declare global {
  interface Window {
    probe: ProbePage;
  }
}

const type = 'audio/mpeg';

const sounds: EngineHarness['sounds'] = {
  six: { url: 'six-seconds.mp3', type },
  two: { url: 'two-seconds.mp3', type },
  missing: { url: 'is-not-there.mp3', type },
  text: { url: 'not-audio.mp3', type },
};

/** With howler, which otherwise comes while the first sound plays. */
async function createReadyEngine(options?: HowlerEngineOptions): Promise<AudioEngine> {
  const engine = createHowlerEngine(options);
  await engine.prepare();
  return engine;
}

/** Prepares as the app does: with the first wish to play. */
function prepareOnPlay(engine: ReturnType<typeof createHowlerEngine>): AudioEngine {
  const { play } = engine;
  return Object.assign(engine, {
    play() {
      play();
      void engine.prepare();
    },
  });
}

async function createHarness(arrival: HowlerArrival): Promise<EngineHarness> {
  const element = new Audio();
  const play = element.play.bind(element);
  let requests = 0;
  let isRefusing = false;
  // Only counts, and refuses as the browser does; the sound is the element's own.
  element.play = () => {
    requests += 1;
    if (!isRefusing) return play();
    isRefusing = false;
    return Promise.reject(new DOMException('play() needs a tap', 'NotAllowedError'));
  };
  const engine = createHowlerEngine({ element });
  if (arrival === 'before') await engine.prepare();
  return {
    engine: arrival === 'while playing' ? prepareOnPlay(engine) : engine,
    sounds,
    wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
    pauseFromOutside: () => element.pause(),
    refuseNextPlay: () => {
      isRefusing = true;
    },
    stall: () => element.dispatchEvent(new Event('waiting')),
    playRequests: () => requests,
    volume: () => element.volume,
  };
}

/** Says in the console when it has the answer: asking the page for it would be a gesture. */
async function playUntouched(): Promise<EngineEvent['kind'][]> {
  const engine = await createReadyEngine();
  const told: EngineEvent['kind'][] = [];
  const answered = new Promise<void>((resolve) => {
    engine.onEvent(({ kind }) => {
      told.push(kind);
      if (kind !== 'loaded') resolve();
    });
  });
  engine.load({ ...sounds.two, startTime: 0 });
  engine.play();
  await answered;
  // Another answer would follow at once.
  await new Promise((resolve) => setTimeout(resolve, 250));
  engine.dispose();
  console.log('answered');
  return told;
}

/** Writes as many places as there are faults, each of which ends one connection. */
async function writeInFaultyWorker(faults: readonly (readonly [string, string])[]) {
  const address = createScriptUrls(new URL('./', location.href).href)(workerUrl);
  const worker = new Worker(address, { name: JSON.stringify(faults) });
  const answers: boolean[] = [];
  for (const [index] of faults.entries()) {
    const answer = new Promise<WriteAnswer>((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
    });
    const progress = { key: 'r/a', position: index + 1, duration: 99, heard: [], updatedAt: index };
    worker.postMessage({ number: index, progress } satisfies WriteRequest);
    answers.push((await answer).isWritten);
  }
  worker.terminate();
  const storage = await openStorage();
  return { answers, position: (await storage.progress.load('r/a'))?.position };
}

window.probe = {
  async runCase(name, arrival) {
    const found = AUDIO_ENGINE_CONTRACT.find((candidate) => candidate.name === name);
    if (!found) throw new Error(`no case called ${name}`);
    const harness = await createHarness(arrival);
    try {
      await found.run(harness);
    } finally {
      harness.engine.dispose();
    }
  },
  untouched: location.search === '?untouched' ? playUntouched() : Promise.resolve([]),
  createReadyEngine,
  openStorage,
  createDraftWriter,
  writeInFaultyWorker,
};
