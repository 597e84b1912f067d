import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** A machine may have no IPv6 at all. */
const LOOPBACKS = ['127.0.0.1', '::1'].filter((address) =>
  Object.values(networkInterfaces()).some((cards) =>
    cards?.some((card) => card.address === address),
  ),
);

let other: Server | undefined;

afterEach(() => new Promise<void>((resolve) => (other ? other.close(() => resolve()) : resolve())));

/** Runs `npm start` as npm does, without npm. */
function start(port: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'src/build/start.ts'], {
      cwd: ROOT,
      env: { ...process.env, PORT: port },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

describe('npm start', () => {
  it.each(LOOPBACKS)(
    'stops before it builds when the port is taken on %s, and says what to do',
    async (host) => {
      const server = createServer();
      other = server;
      const port = await new Promise<number>((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, host, () => {
          const address = server.address();
          resolve(typeof address === 'object' && address ? address.port : 0);
        });
      });
      const { code, output } = await start(String(port));
      expect(code).toBe(1);
      expect(output).toContain(`Poort ${port} is al bezet`);
      expect(output).toContain('PORT=4180 npm start');
      expect(output).toContain('De app begint daar leeg');
      expect(output).not.toContain('First view');
    },
    20_000,
  );

  it('refuses what is not a port', async () => {
    const { code, output } = await start('abc');
    expect(code).toBe(1);
    expect(output).toContain('PORT=abc is geen poort');
  }, 20_000);
});
