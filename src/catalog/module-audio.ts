/** What joining a module with its audio gives, whoever speaks. */
import type { AudioFile } from '../model/learning-module.ts';
import type { Fraction } from '../model/units.ts';
import { hashBytes, shortHash } from './content-hash.ts';
import type { ModuleTimes } from './module-times.ts';

/** The sound of a module with the times of its text. */
export interface ModuleAudio {
  audio: AudioFile;
  times: ModuleTimes;
  peaks: Fraction[];
  /** Address of the captions, relative to the base path. */
  captionsUrl: string;
  /** The audio and the captions, by their address relative to the base path. */
  files: Map<string, Uint8Array>;
}

/** Gives captions an address that changes with their words. @param folder - Without a slash at its end. */
export async function captionsAddress(bytes: Uint8Array, folder: string): Promise<string> {
  return `${folder}/${shortHash(await hashBytes(bytes))}.vtt`;
}
