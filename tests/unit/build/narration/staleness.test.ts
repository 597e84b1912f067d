import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findStaleness } from '../../../../src/build/narration/staleness.ts';
import { formatTiming, readHashes } from '../../../../src/build/narration/timing-file.ts';
import { voiceHash } from '../../../../src/build/narration/voice-hash.ts';
import type { NarrationTiming } from '../../../../src/model/narration.ts';

const TIMING: NarrationTiming = {
  format: 1,
  textHash: 'text-1',
  voiceHash: 'voice-1',
  duration: 12.34567,
  chapters: [{ id: 'een', startTime: 0 }],
  sentences: [
    { id: 's1', startTime: 0.5, endTime: 1.23456 },
    { id: 's2', startTime: 2, endTime: 3 },
  ],
  questions: [{ id: 'v1', cueTime: 4, startTime: 5, quietTime: 6, endTime: 11 }],
  peaks: Array.from({ length: 400 }, (_, index) => (index % 100) / 100),
};

describe('findStaleness', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'narration-'));
    writeFileSync(path.join(folder, 'narration.mp3'), 'x');
    writeFileSync(path.join(folder, 'narration.vtt'), 'x');
    writeFileSync(path.join(folder, 'narration.json'), formatTiming(TIMING));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['up to date', 'text-1', 'voice-1', undefined],
    ['the text changed', 'text-2', 'voice-1', 'text'],
    ['the voice changed', 'text-1', 'voice-2', 'voice'],
    ['both changed: the text is what an author knows', 'text-2', 'voice-2', 'text'],
  ])('%s', (_, textHash, wantedVoice, expected) => {
    expect(findStaleness(folder, { textHash, voiceHash: wantedVoice })).toBe(expected);
  });

  it.each(['narration.mp3', 'narration.vtt', 'narration.json'])('is absent without %s', (name) => {
    rmSync(path.join(folder, name));
    expect(findStaleness(folder, TIMING)).toBe('absent');
  });

  it('is absent when the timing cannot be read', () => {
    writeFileSync(path.join(folder, 'narration.json'), '{ "format": 1,');
    expect(findStaleness(folder, TIMING)).toBe('absent');
  });

  it('is absent when there is no folder', () => {
    expect(findStaleness(path.join(folder, 'niet'), TIMING)).toBe('absent');
  });
});

describe('voiceHash', () => {
  it('changes with what is said and not with what is only shown', () => {
    const hash = voiceHash([{ kind: 'title', text: 'Samen slimmer' }]);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(voiceHash([{ kind: 'title', text: '‘Samen slimmer’' }])).toBe(hash);
    expect(voiceHash([{ kind: 'title', text: 'Samen slim' }])).not.toBe(hash);
  });
});

describe('formatTiming', () => {
  const text = formatTiming(TIMING);

  it('is JSON with times in whole milliseconds', () => {
    expect(JSON.parse(text)).toEqual({
      ...TIMING,
      duration: 12.346,
      sentences: [
        { id: 's1', startTime: 0.5, endTime: 1.235 },
        { id: 's2', startTime: 2, endTime: 3 },
      ],
    });
  });

  it('has one sentence a line', () => {
    expect(text.split('\n').filter((line) => line.includes('"id": "s'))).toHaveLength(2);
  });
});

describe('readHashes', () => {
  it.each([
    ['another format', '{ "format": 2, "textHash": "a", "voiceHash": "b" }'],
    ['a hash that is missing', '{ "format": 1, "textHash": "a" }'],
    ['no object', 'null'],
    ['no JSON', 'WEBVTT'],
  ])('knows nothing of %s', (_, text) => {
    expect(readHashes(text)).toBeUndefined();
  });
});
