/** Names a build in the settings, and sets its tabs apart from those of another build. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** As many signs as a commit is usually named with. */
const LENGTH = 8;
/** What a build is made of. */
const SOURCES = ['src', 'modules', 'package-lock.json'];

/** The commit; where there is no git, as in an unpacked archive, a hash of what the build is made of. */
export function buildName(root: string): string {
  try {
    return execFileSync('git', ['rev-parse', `--short=${LENGTH}`, 'HEAD'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return hashOf(root, SOURCES);
  }
}

/** @param names - Files and folders of `root`; what is not there counts as nothing. */
export function hashOf(root: string, names: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of names.flatMap((one) => filesOf(root, one)).sort()) {
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(root, name)));
  }
  return hash.digest('hex').slice(0, LENGTH);
}

function filesOf(root: string, name: string): string[] {
  const path = join(root, name);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [name];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((file) => join(name, file))
    .filter((file) => statSync(join(root, file)).isFile());
}
