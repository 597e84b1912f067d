/** Another build of the app, as a deployment brings it. */
import { cp, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST } from './fixtures.ts';

/**
 * The same app as a build of its own, of which every file of code has another name: a deployment without the
 * earlier files.
 *
 * @param mark - Part of the names.
 * @param from - The build before it.
 */
export async function newerBuild(mark = 'newer', from = DIST): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `luisterroute-${mark}-`));
  await cp(from, folder, { recursive: true });
  const names = (await readdir(join(folder, 'assets'))).filter((name) => name.endsWith('.js'));
  const renamed = (text: string) =>
    names
      .reduce((changed, name) => changed.replaceAll(name, `${mark}-${name}`), text)
      .replaceAll(/("revision":"\w+)"/g, `$1${mark}"`);
  for (const name of await readdir(folder, { recursive: true })) {
    if (!/\.(js|html)$/.test(name)) continue;
    const path = join(folder, name);
    await writeFile(path, `${renamed(await readFile(path, 'utf8'))}\n`);
  }
  for (const name of names) {
    await rename(join(folder, 'assets', name), join(folder, 'assets', `${mark}-${name}`));
  }
  return folder;
}
