/** Files as a listener may have them, made while the test runs: a real MP3, and what only looks like one. */
import type { Page } from '@playwright/test';
import { createMp3Encoder } from 'wasm-media-encoders';

export interface TestFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const SAMPLE_RATE = 22_050;

/** An MP3 with a tone of so many seconds, at 32 kilobits and without a tag. */
export async function makeMp3(seconds: number, name = 'aflevering.mp3'): Promise<TestFile> {
  const encoder = await createMp3Encoder();
  encoder.configure({ sampleRate: SAMPLE_RATE, channels: 1, bitrate: 32 });
  const parts: Buffer[] = [];
  for (let second = 0; second < seconds; second += 1) {
    const samples = Float32Array.from(
      { length: SAMPLE_RATE },
      (_, index) => 0.4 * Math.sin((2 * Math.PI * 330 * index) / SAMPLE_RATE),
    );
    // The encoder owns the bytes that it returns: copy before the next call.
    parts.push(Buffer.from(encoder.encode([samples]).slice()));
  }
  parts.push(Buffer.from(encoder.finalize().slice()));
  return { name, mimeType: 'audio/mpeg', buffer: Buffer.concat(parts) };
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
