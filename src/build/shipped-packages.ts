/** Which packages reach the listener, with their licences: read from what is installed, checked against the build. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The file beside the app that holds every licence in full. */
const LICENSES_FILE = 'licenties.txt';

/** What the list of the page about the app says of a package. */
export interface ShippedPackage {
  name: string;
  version: string;
  license: string;
}

interface PackageWithText extends ShippedPackage {
  /** The licence in full, as the package brings it. */
  text: string;
}

/** Parts of these are built in, though they are tools by their place in package.json. */
const SHIPPED_TOOLS = ['lucide', '@fontsource-variable/atkinson-hyperlegible-next'];

/**
 * The dependencies of the app with theirs, by name.
 *
 * @throws when a package has no licence, or no file with its text.
 */
export async function readShippedPackages(root: string): Promise<PackageWithText[]> {
  const { dependencies } = await readManifest(root);
  const found = new Map<string, PackageWithText>();
  const queue = [...Object.keys(dependencies ?? {}), ...SHIPPED_TOOLS];
  for (const name of queue) {
    if (found.has(name)) continue;
    const folder = join(root, 'node_modules', name);
    const manifest = await readManifest(folder);
    const text = await readLicense(folder);
    if (manifest.license === undefined || text === undefined) {
      throw new Error(`${name} says not under which licence it may be passed on`);
    }
    found.set(name, { name, version: manifest.version, license: manifest.license, text });
    queue.push(...Object.keys(manifest.dependencies ?? {}));
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** Publishes the licences, and fails the build when code of a package is in it that is not on the list. */
export function licensesPlugin(packages: readonly PackageWithText[]): Plugin {
  return {
    name: 'luisterroute:licenses',
    generateBundle(_options, bundle) {
      const listed = new Set(packages.map(({ name }) => name));
      const modules = Object.values(bundle).flatMap((chunk) =>
        chunk.type === 'chunk' ? chunk.moduleIds : [],
      );
      const stray = modules.map(packageOf).find((name) => name !== undefined && !listed.has(name));
      if (stray !== undefined) this.error(`${stray} is built in, but its licence is not listed`);
      this.emitFile({ type: 'asset', fileName: LICENSES_FILE, source: licensesText(packages) });
    },
  };
}

function licensesText(packages: readonly PackageWithText[]): string {
  return packages
    .map(({ name, version, text }) => `${name} ${version}\n\n${text.trim()}\n`)
    .join(`\n${'-'.repeat(72)}\n\n`);
}

/** The package that a module's file lies in, if it lies in one. */
function packageOf(id: string): string | undefined {
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
}

interface Manifest {
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}

async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
}

async function readLicense(folder: string): Promise<string | undefined> {
  const name = (await readdir(folder)).find((file) => /^licen[cs]e/i.test(file));
  return name === undefined ? undefined : readFile(join(folder, name), 'utf8');
}
