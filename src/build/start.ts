/** `npm start`: builds the app and serves it on this computer until Ctrl+C. */
import { connect } from 'node:net';
import { tellFailure } from './build-error.ts';
import { buildSite } from './build-site.ts';
import { type RunningServer, serveFolder } from './serve.ts';

const DEFAULT_PORT = 4173;

async function start(): Promise<void> {
  const port = readPort(process.env.PORT);
  if (port === undefined) {
    return stopWith(
      `PORT=${process.env.PORT} is geen poort. Kies een getal van 1 tot 65535, bijvoorbeeld: PORT=4180 npm start`,
    );
  }
  if (await isTaken(port)) return stopWith(portTaken(port));
  const { folder } = await buildSite();
  const server = await serveFolder({ folder, port }).catch((error: unknown) => {
    if (!hasCode(error, 'EADDRINUSE') && !hasCode(error, 'EACCES')) throw error;
    stopWith(portTaken(port));
  });
  if (!server) return;
  console.log(`Luisterroute draait op ${server.url.slice(0, -1)} (stoppen: Ctrl+C)`);
  closeOnSignal(server);
}

/** A port from 1 to 65535; the default one when nothing was asked. */
function readPort(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  return /^\d+$/.test(text) && port >= 1 && port <= 65_535 ? port : undefined;
}

function portTaken(port: number): string {
  const other = port === 4180 ? 4181 : 4180;
  return [
    `Poort ${port} is al bezet door een ander programma, of je mag haar niet gebruiken.`,
    `Sluit dat programma, of kies een andere poort: PORT=${other} npm start`,
    'Let op: een andere poort is voor je browser een ander adres. De app begint daar leeg;',
    `je notities en je voortgang blijven bewaard op http://localhost:${port}.`,
  ].join('\n');
}

/**
 * Asks both loopback addresses: a program that listens on one of them leaves the other free to bind,
 * and the browser would then show that program instead of the app.
 */
async function isTaken(port: number): Promise<boolean> {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => answersOn(host, port)));
  return answers.includes(true);
}

function answersOn(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const end = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

function closeOnSignal(server: RunningServer): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
}

function stopWith(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

await start().catch(tellFailure);
