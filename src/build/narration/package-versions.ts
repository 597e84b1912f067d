/** Which versions of the speech and audio packages this project is pinned to. */
import { readFileSync } from 'node:fs';

const PACKAGE_FILE = new URL('../../../package.json', import.meta.url);

/** The pinned version of the speech engine. */
export function speechVersion(): string {
  return pinnedVersion('@echogarden/espeak-ng-emscripten');
}

/** The pinned version of the MP3 encoder. */
export function encoderVersion(): string {
  return pinnedVersion('wasm-media-encoders');
}

function pinnedVersion(name: string): string {
  const content = JSON.parse(readFileSync(PACKAGE_FILE, 'utf8')) as {
    devDependencies?: Record<string, string>;
  };
  const version = content.devDependencies?.[name];
  if (version === undefined) throw new Error(`package.json: devDependencies has no ${name}`);
  return version;
}
