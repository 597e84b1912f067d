/** Files as a listener may have them, made while the test runs: a real MP3, and what only looks like one. */
import type { Page } from '@playwright/test';
import { makeMp3 } from '../fixtures/made-sounds.ts';

export interface TestFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** An MP3 with a tone of so many seconds, at 32 kilobits and without a tag. */
export async function makeMp3File(seconds: number, name = 'aflevering.mp3'): Promise<TestFile> {
  const levels = new Array<number>(seconds).fill(0.8);
  const bytes = await makeMp3(levels, { bitrate: 32, sampleRate: 22_050 });
  return { name, mimeType: 'audio/mpeg', buffer: Buffer.from(bytes) };
}

/** A film of half a second, recorded by the browser under test. */
export async function makeVideo(page: Page): Promise<TestFile> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start();
    for (let frame = 0; frame < 10; frame += 1) {
      context?.fillRect(frame, frame, 50, 50);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    recorder.stop();
    await stopped;
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });
  return { name: 'vergadering.webm', mimeType: 'video/webm', buffer: Buffer.from(bytes) };
}

/** A sound of so many bytes at least, which takes a while to be read and copied. */
export async function makeLargeMp3(bytes: number, name = 'lang.mp3'): Promise<TestFile> {
  const { buffer, ...file } = await makeMp3File(20, name);
  const copies = Math.ceil(bytes / buffer.length);
  return { ...file, buffer: Buffer.concat(new Array<Buffer>(copies).fill(buffer)) };
}
