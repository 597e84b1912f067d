/** Keeps spoken pieces on disk, so that only a sentence that changed is spoken again. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { speechVersion } from './package-versions.ts';
import { VOICE } from './settings.ts';
import { speak } from './speech.ts';

/** Speech with where it came from. */
export interface CachedSpeech {
  speech: Int16Array;
  isNew: boolean;
}

/**
 * Gives the speech of a text from the cache, or speaks and keeps it.
 *
 * @param folder - Made when absent; may be thrown away at any time.
 */
export async function speakCached(folder: string, spokenText: string): Promise<CachedSpeech> {
  const key = createHash('sha256')
    .update(JSON.stringify([VOICE, speechVersion(), spokenText]))
    .digest('hex');
  const file = path.join(folder, `${key}.pcm`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept && kept.length > 0 && kept.length % 2 === 0) {
    const speech = new Int16Array(kept.length / 2);
    for (let index = 0; index < speech.length; index += 1)
      speech[index] = kept.readInt16LE(index * 2);
    return { speech, isNew: false };
  }
  const speech = await speak(spokenText);
  await mkdir(folder, { recursive: true });
  const bytes = Buffer.alloc(speech.length * 2);
  speech.forEach((sample, index) => {
    bytes.writeInt16LE(sample, index * 2);
  });
  // Renaming is one step: a run that is broken off never leaves half a sentence under the real name.
  await writeFile(`${file}.part`, bytes);
  await rename(`${file}.part`, file);
  return { speech, isNew: true };
}
