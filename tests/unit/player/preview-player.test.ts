import { beforeEach, describe, expect, test } from 'vitest';
import { createPreviewPlayer, type PreviewPlayer } from '../../../src/player/preview-player.ts';

/** As much of an audio element as a preview uses; nothing happens by itself. */
class FakeElement extends EventTarget {
  src = '';
  currentTime = 0;
  defaultPlaybackRate = 1;
  paused = true;
  ended = false;
  refusal: string | undefined;
  readonly calls: string[] = [];

  async play(): Promise<void> {
    if (this.refusal !== undefined) throw new DOMException('refused', this.refusal);
    this.paused = false;
  }

  pause(): void {
    this.paused = true;
  }

  load(): void {
    this.calls.push('load');
  }

  removeAttribute(name: string): void {
    this.calls.push(`without ${name}`);
  }

  tell(name: string): void {
    this.dispatchEvent(new Event(name));
  }
}

const passage = { urls: ['/_audio/x', '/media/x.mp3'], startTime: 45, endTime: 65, rate: 1.5 };

let element: FakeElement;
let made: number;
let told: string[];
let times: number[];
let player: PreviewPlayer;

beforeEach(() => {
  element = new FakeElement();
  made = 0;
  told = [];
  player = createPreviewPlayer(() => {
    made += 1;
    return element as unknown as HTMLAudioElement;
  });
  times = [];
  player.onEvent((event) => {
    if (event.kind === 'timeupdate') times.push(event.currentTime);
    else told.push(event.kind);
  });
});

test('one element, made at the first sound', () => {
  expect(made).toBe(0);
  player.playSound('/sounds/tick.mp3');
  player.playPassage(passage);
  expect(made).toBe(1);
});

test('a tick tells nothing', () => {
  player.playSound('/sounds/tick.mp3');
  element.tell('playing');
  element.ended = true;
  element.tell('pause');
  element.tell('ended');
  expect(element.src).toBe('/sounds/tick.mp3');
  expect(told).toEqual([]);
});

describe('a passage', () => {
  test('starts at its second, at the speed of the listener', () => {
    player.playPassage(passage);
    expect(element).toMatchObject({ src: '/_audio/x', currentTime: 45, defaultPlaybackRate: 1.5 });
    // A browser that only takes a place once it knows the length.
    element.currentTime = 0;
    element.tell('loadedmetadata');
    expect(element.currentTime).toBe(45);
    element.tell('playing');
    expect(told).toEqual(['playing']);
  });

  test('stops at its end', () => {
    player.playPassage(passage);
    element.tell('playing');
    element.currentTime = 64.9;
    element.tell('timeupdate');
    expect(element.paused).toBe(false);
    element.currentTime = 65.1;
    element.tell('timeupdate');
    expect(element.paused).toBe(true);
    expect(told).toEqual(['playing', 'stopped']);
  });

  test('goes on from the other address when the first one fails, and gives up after that', () => {
    player.playPassage(passage);
    element.tell('error');
    expect(element).toMatchObject({ src: '/media/x.mp3', currentTime: 45 });
    expect(told).toEqual([]);
    element.tell('error');
    expect(told).toEqual(['failed']);
  });

  test('a refusal is told', async () => {
    element.refusal = 'NotAllowedError';
    player.playPassage(passage);
    await Promise.resolve();
    await Promise.resolve();
    expect(told).toEqual(['failed']);
  });

  test('a pause from outside stops it', () => {
    player.playPassage(passage);
    element.pause();
    element.tell('pause');
    expect(told).toEqual(['stopped']);
  });

  test('another one takes its place', () => {
    player.playPassage(passage);
    player.playPassage({ ...passage, startTime: 5, endTime: 25 });
    // The pause of the first one is told late, when the second one plays.
    element.tell('pause');
    expect(told).toEqual(['stopped']);
    element.currentTime = 26;
    element.tell('timeupdate');
    expect(told).toEqual(['stopped', 'stopped']);
  });
});

test('an element that is claimed in a press is loaded with nothing, so that it may play later', () => {
  player.playPassage(passage);
  player.claim();
  expect(told).toEqual(['stopped']);
  expect(element.calls).toEqual(['without src', 'load']);
});

test('tells where it is, and goes to another second only while it plays a passage', () => {
  player.seek(3);
  expect(made).toBe(0);
  player.playPassage(passage);
  element.currentTime = 50.5;
  element.tell('timeupdate');
  player.seek(60);
  expect(element.currentTime).toBe(60);
  player.stop();
  player.seek(50);
  element.tell('timeupdate');
  expect(element.currentTime).toBe(60);
  expect(times).toEqual([50.5]);
});
