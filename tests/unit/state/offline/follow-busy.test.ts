/** A tab with sound, a recording or words that are not stored is busy: a new version waits for it. */
import { type Signal, signal } from '@preact/signals-core';
import { beforeEach, expect, test } from 'vitest';
import { type BusyParts, followBusy } from '../../../../src/state/offline/follow-busy.ts';

let told: boolean[];
let facts: Record<string, Signal<unknown>>;

beforeEach(() => {
  told = [];
  facts = {
    isPlaying: signal(false),
    status: signal('paused'),
    upNext: signal(undefined),
    isUnsaved: signal(false),
    preview: signal(undefined),
    voicePlayback: signal(undefined),
    isRecording: signal(false),
    slots: signal(new Map()),
  };
  const tools = {
    preview: { playing: facts.preview },
    voicePlayback: { playing: facts.voicePlayback },
    voice: { isBusy: facts.isRecording },
    recordings: { slots: facts.slots },
  };
  const parts = {
    playback: { isPlaying: facts.isPlaying, status: facts.status, upNext: facts.upNext },
    notebook: { isUnsaved: facts.isUnsaved },
    tools: signal(tools),
  };
  followBusy(parts as unknown as BusyParts, (isBusy) => told.push(isBusy));
});

test.each([
  ['sound that plays', 'isPlaying', true, false],
  ['sound that is on its way', 'status', 'loading', 'paused'],
  ['the pause between two modules', 'upNext', {}, undefined],
  ['a preview', 'preview', 'a', undefined],
  ['a spoken note that plays', 'voicePlayback', 'a', undefined],
  ['a spoken note that is recorded', 'isRecording', true, false],
  ['words that are not stored', 'isUnsaved', true, false],
  [
    'a file that is taken in',
    'slots',
    new Map([['r/a', { adding: { fileName: 'a.mp3' } }]]),
    new Map([['r/a', { recording: {} }]]),
  ],
])('%s makes the tab busy, until it is over', (_name, fact, during, after) => {
  expect(told).toEqual([false]);
  const changed = facts[fact];
  if (!changed) throw new Error(`no ${fact}`);
  changed.value = during;
  expect(told.at(-1)).toBe(true);
  changed.value = after;
  expect(told.at(-1)).toBe(false);
});

test('a tab whose tools have not come yet is not busy for that', () => {
  const parts = {
    playback: { isPlaying: facts.isPlaying, status: facts.status, upNext: facts.upNext },
    notebook: { isUnsaved: facts.isUnsaved },
    tools: signal(undefined),
  };
  const seen: boolean[] = [];
  followBusy(parts as unknown as BusyParts, (isBusy) => seen.push(isBusy));
  expect(seen).toEqual([false]);
});
