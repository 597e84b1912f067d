/** The built app with a first module of several pieces: the modules of the route are one piece each. */
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AudioFile, PIECE_SIZE } from '../../src/model/learning-module.ts';
import type { Catalog } from '../../src/model/learning-route.ts';
import { DIST } from './fixtures.ts';

/** A copy of the app. */
export interface LargeModuleApp {
  folder: string;
  /** Of the first module, as its catalog describes it. */
  audio: AudioFile;
  remove(): Promise<void>;
}

/**
 * Copies the build.
 *
 * @param hurry - So many times faster goes the clock of the worker that downloads: patience and pauses.
 */
export async function copyWithLargeModule(hurry = 1): Promise<LargeModuleApp> {
  const folder = await mkdtemp(join(tmpdir(), 'luisterroute-large-'));
  await cp(DIST, folder, { recursive: true });
  const path = join(folder, 'catalog.json');
  const catalog: Catalog = JSON.parse(await readFile(path, 'utf8'));
  const [summary] = catalog.routes[0]?.modules ?? [];
  if (!summary?.audio) throw new Error('the first module has no audio');
  const once = await readFile(join(folder, summary.audio.url));
  const bytes = Buffer.concat([once, once, once]);
  const duration = (summary.audio.duration * bytes.length) / summary.audio.size;
  const audio = describeSound({ ...summary.audio, duration }, bytes);
  await writeFile(join(folder, audio.url), bytes);
  summary.audio = audio;
  await writeFile(path, JSON.stringify(catalog));
  await hurryWorker(join(folder, 'assets'), hurry);
  return { folder, audio, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** What the catalog says of these bytes; kind and length are given. */
export function describeSound(audio: AudioFile, bytes: Buffer): AudioFile {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE_SIZE) {
    pieces.push(hexHash(bytes.subarray(at, at + PIECE_SIZE)));
  }
  return { ...audio, size: bytes.length, hash: hexHash(bytes), pieces };
}

async function hurryWorker(assets: string, hurry: number): Promise<void> {
  const name = (await readdir(assets)).find((file) => /^download-worker.*\.js$/.test(file));
  if (!name) throw new Error('the build has no download worker');
  const clock = `{
    const { setTimeout: wait } = globalThis, now = performance.now.bind(performance);
    globalThis.setTimeout = (act, time, ...rest) => wait(act, time / ${hurry}, ...rest);
    performance.now = () => now() * ${hurry};
  }\n`;
  await writeFile(join(assets, name), clock + (await readFile(join(assets, name), 'utf8')));
}

/** SHA-256 as the catalog writes it. */
export function hexHash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
