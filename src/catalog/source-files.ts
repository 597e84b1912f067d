/** Where authored files come from: a folder on disk at build, memory in tests, picked files in the app. */

/** Reads files by a path that starts at the project's folder and uses forward slashes. */
export interface SourceFiles {
  /** The bytes of a file; `undefined` when there is none. */
  read(path: string): Uint8Array | undefined;
  /** The names of files and folders directly in a folder, sorted; empty when there is no such folder. */
  list(folder: string): string[];
}

/** Files that exist in memory only; text is stored as UTF-8. */
export function createMemoryFiles(entries: Iterable<[string, Uint8Array | string]>): SourceFiles {
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>();
  for (const [path, content] of entries) {
    files.set(path, typeof content === 'string' ? encoder.encode(content) : content);
  }
  return {
    read: (path) => files.get(path),
    list(folder) {
      const names = new Set<string>();
      for (const path of files.keys()) {
        if (!path.startsWith(`${folder}/`)) continue;
        const [name] = path.slice(folder.length + 1).split('/');
        if (name) names.add(name);
      }
      return [...names].sort();
    },
  };
}
