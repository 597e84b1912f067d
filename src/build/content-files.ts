/** The authored files on disk, and everything that is built from them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CatalogReading, readCatalog } from '../catalog/read-catalog.ts';
import type { ReadRouteOptions } from '../catalog/read-route.ts';
import type { SourceFiles } from '../catalog/source-files.ts';

/** Files on disk. @param rootDir - The folder that holds `modules/` and `media/`. */
export function createDiskFiles(rootDir: string): SourceFiles {
  return {
    read(path) {
      return unlessAbsent(() => readFileSync(join(rootDir, path)));
    },
    list(folder) {
      const names = unlessAbsent(() => readdirSync(join(rootDir, folder))) ?? [];
      return names.filter((name) => !name.startsWith('.')).sort();
    },
  };
}

/** Reads and checks all content of a project; the caller decides what problems mean. */
export async function buildContent(
  rootDir: string,
  options: ReadRouteOptions = {},
): Promise<CatalogReading> {
  return readCatalog(createDiskFiles(rootDir), options);
}

function unlessAbsent<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw error;
  }
}
