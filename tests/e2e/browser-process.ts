/** Finds the process of a browser that a test started, by the folder that only this one uses. */
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * Finds the browser's own process, not those of its tabs.
 *
 * @param profile - The folder of its data, made by the test.
 * @throws when there is not exactly one.
 */
export async function findBrowserProcess(profile: string): Promise<number> {
  const found = (await listProcesses()).filter(
    ({ command }) =>
      command.includes(`--user-data-dir=${profile}`) &&
      !command.includes('--type=') &&
      // Debian starts some browsers by a script that waits for them.
      !/^(\/usr)?\/bin\/(ba|da)?sh /.test(command),
  );
  const [only, ...others] = found;
  if (!only || others.length > 0) {
    throw new Error(`${found.length} browsers use ${profile}`);
  }
  return only.pid;
}

/** Waits until a killed process is gone, so that its files are free. */
export async function waitForExit(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function listProcesses(): Promise<{ pid: number; command: string }[]> {
  if (process.platform !== 'linux') return listWithPs();
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return Promise.all(
    pids.map(async (pid) => {
      // A process may end while the list is read.
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return { pid: Number(pid), command: line.replaceAll('\0', ' ') };
    }),
  );
}

async function listWithPs(): Promise<{ pid: number; command: string }[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,command=']);
  return stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, pid, command]) => ({ pid: Number(pid), command: command ?? '' }));
}
