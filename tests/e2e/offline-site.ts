/**
 * Builds a small site around the real worker and the real offline parts, with one module of made-up sound:
 * what these do is tried here without the rest of the app.
 */
import { createHash } from 'node:crypto';
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { type AudioFile, PIECE_SIZE } from '../../src/model/learning-module.ts';
import type { Catalog, ModuleSummary } from '../../src/model/learning-route.ts';
import type { Bytes } from '../../src/model/units.ts';

/** A built site. */
export interface OfflineSite {
  folder: string;
  module: ModuleSummary;
  audio: AudioFile;
  /** The bytes that `audio` describes. */
  bytes: Buffer;
  /** Throws the folder away. */
  remove(): Promise<void>;
}

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/**
 * Builds one version.
 *
 * @param version - Shown on the page, and part of all of its code.
 * @param size - Of the sound, at most.
 */
export async function buildOfflineSite(
  version = 'versie 1',
  size: Bytes = 2.5 * PIECE_SIZE,
): Promise<OfflineSite> {
  const folder = await mkdtemp(join(tmpdir(), 'luisterroute-site-'));
  await buildPage(folder, version);
  const { bytes, audio } = await writeAudio(folder, size);
  const module = await writeModule(folder, audio);
  await mkdir(join(folder, 'sounds'), { recursive: true });
  await copyFile(path('../fixtures/audio/two-seconds.mp3'), join(folder, 'sounds/tussen.mp3'));
  await buildWorker(folder);
  const remove = () => rm(folder, { recursive: true, force: true });
  return { folder, module, audio, bytes, remove };
}

async function buildPage(folder: string, version: string): Promise<void> {
  await build({
    configFile: false,
    root: path('../fixtures/offline-page'),
    logLevel: 'error',
    plugins: [
      {
        name: 'version',
        transform: (code, id) =>
          id.includes('offline-page') ? code.replaceAll('%VERSION%', version) : undefined,
        transformIndexHtml: (html) => html.replaceAll('%VERSION%', version),
      },
    ],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
  });
  await rename(join(folder, 'index.html'), join(folder, 'shell.html'));
  await copyFile(join(folder, 'shell.html'), join(folder, 'index.html'));
}

async function buildWorker(folder: string): Promise<void> {
  const code = (await readdir(join(folder, 'assets'))).map((name) => `assets/${name}`);
  const entries = await Promise.all(
    ['shell.html', 'catalog.json', 'sounds/tussen.mp3', ...code].map(async (url) => ({
      url,
      revision: url.startsWith('assets/') ? null : hash(await readFile(join(folder, url))),
    })),
  );
  await build({
    configFile: false,
    root: path('../..'),
    publicDir: false,
    logLevel: 'error',
    define: {
      'self.__WB_MANIFEST': JSON.stringify(entries),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: 'src/sw/sw.ts', name: 'app', formats: ['iife'] },
      rollupOptions: { output: { entryFileNames: 'sw.js' } },
    },
  });
}

/** The frames of a short file, over and over. */
async function writeAudio(
  folder: string,
  most: Bytes,
): Promise<{ bytes: Buffer; audio: AudioFile }> {
  const frames = soundFrames(await readFile(path('../fixtures/audio/six-seconds.mp3')));
  const bytes = Buffer.alloc(most);
  let filled = 0;
  let count = 0;
  for (;;) {
    const frame = frames[count % frames.length];
    if (!frame || filled + frame.length > bytes.length) break;
    filled += frame.copy(bytes, filled);
    count += 1;
  }
  const sound = bytes.subarray(0, filled);
  const url = `media/proef/een-${hash(sound).slice(0, 10)}.mp3`;
  await mkdir(join(folder, 'media/proef'), { recursive: true });
  await writeFile(join(folder, url), sound);
  const pieces: string[] = [];
  for (let at = 0; at < sound.length; at += PIECE_SIZE) {
    pieces.push(hash(sound.subarray(at, at + PIECE_SIZE)));
  }
  const duration = (count * 576) / 22_050;
  const { length: size } = sound;
  return {
    bytes: sound,
    audio: { url, type: 'audio/mpeg', duration, size, hash: hash(sound), pieces, synthetic: true },
  };
}

/** The frames of a 32 kbps MPEG-2 layer III file, without its tag and its first frame, which only describes. */
function soundFrames(mp3: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  let at = mp3.indexOf(Buffer.from([0xff, 0xf3]));
  while (at < mp3.length) {
    const padding = ((mp3[at + 2] ?? 0) >> 1) & 1;
    const length = Math.floor((72 * 32_000) / 22_050) + padding;
    frames.push(mp3.subarray(at, at + length));
    at += length;
  }
  return frames.slice(1);
}

async function writeModule(folder: string, audio: AudioFile): Promise<ModuleSummary> {
  const text = JSON.stringify({ id: 'een', chapters: [] });
  const contentUrl = `content/proef/een-${hash(Buffer.from(text)).slice(0, 10)}.json`;
  await mkdir(join(folder, 'content/proef'), { recursive: true });
  await writeFile(join(folder, contentUrl), text);
  const module: ModuleSummary = {
    id: 'een',
    aliases: [],
    title: 'Een',
    question: 'Werkt dit?',
    summary: 'Proef',
    audio,
    completion: 0.9,
    questionIds: [],
    hasEpisode: false,
    contentUrl,
    assetUrls: [],
    contentSize: text.length,
  };
  const catalog: Catalog = {
    format: 1,
    routes: [
      {
        id: 'proef',
        title: 'Proef',
        summary: '',
        lang: 'nl',
        colors: ['sociaal', 'veiligheid'],
        license: 'CC-BY-4.0',
        body: [],
        words: [],
        sources: [],
        modules: [module],
        withdrawn: [],
      },
    ],
  };
  await writeFile(join(folder, 'catalog.json'), JSON.stringify(catalog));
  return module;
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
