import { describe, expect, it } from 'vitest';
import { SAMPLE_RATE, VOICE } from '../../../../src/build/narration/settings.ts';
import { checkVoice, readPhonetics, speak } from '../../../../src/build/narration/speech.ts';
import { findSpeech, trimSpeech } from '../../../../src/build/narration/trim.ts';

describe('speak', () => {
  it('gives the same samples for the same text, whatever was said before', async () => {
    const first = await speak('Je weet het nog niet.');
    await speak('Iets heel anders.');
    expect(await speak('Je weet het nog niet.')).toEqual(first);
  });

  it('speaks at the rate of the settings', async () => {
    // Five ordinary words at 145 a minute take about two seconds, pauses included.
    const seconds = (await speak('Je weet het nog niet.')).length / SAMPLE_RATE;
    expect(seconds).toBeGreaterThan(1);
    expect(seconds).toBeLessThan(3);
  });
});

describe('checkVoice', () => {
  it('accepts the voice of the settings', async () => {
    await expect(checkVoice()).resolves.toBeUndefined();
  });

  it('refuses a variant that the engine does not have', async () => {
    await expect(checkVoice(`${VOICE.plainName}+bestaatniet`)).rejects.toThrow(/bestaatniet/);
  });

  it('refuses a language that the engine does not have', async () => {
    await expect(checkVoice('xx-bestaatniet')).rejects.toThrow(/xx-bestaatniet/);
  });
});

describe('readPhonetics', () => {
  it('gives the signs of each text, with its stress', async () => {
    expect(await readPhonetics(['wat', 'samen'])).toEqual(['ʋˈɑt', 'sˈaːmən']);
  });
});

describe('trimSpeech', () => {
  const tone = (index: number) => Math.round(20_000 * Math.sin(index / 3));

  it('leaves 10 ms before the first sound and 30 ms after the last', () => {
    const pcm = new Int16Array(10_000);
    for (let index = 3000; index < 5000; index += 1) pcm[index] = tone(index);
    const span = findSpeech(pcm);
    expect(span).toEqual({ start: 3000, end: 5000 });
    expect(trimSpeech(pcm)).toHaveLength(2000 + 221 + 662);
  });

  it('has room for the run-up when the sound starts at once', () => {
    const pcm = Int16Array.from({ length: 1000 }, (_, index) => tone(index + 1));
    const trimmed = trimSpeech(pcm);
    expect(trimmed.subarray(0, 221).every((sample) => sample === 0)).toBe(true);
    expect(trimmed).toHaveLength(1000 + 221 + 662);
  });

  it('refuses a piece without sound', () => {
    expect(() => trimSpeech(new Int16Array(1000))).toThrow(/silence/);
  });
});
