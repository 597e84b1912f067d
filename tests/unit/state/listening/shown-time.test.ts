import { beforeEach, expect, test } from 'vitest';
import { createShownTime, type ShownTime } from '../../../../src/state/listening/shown-time.ts';

let isSeen: boolean;
let time: ShownTime;

beforeEach(() => {
  isSeen = true;
  time = createShownTime(() => isSeen);
});

test('follows the sound while the page is seen', () => {
  time.tell(4);
  expect(time.shown.value).toBe(4);
});

test('stands still while it is not, and is right again when it is', () => {
  time.tell(4);
  isSeen = false;
  time.tell(5);
  expect(time.shown.value).toBe(4);
  time.catchUp();
  expect(time.shown.value).toBe(5);
});

test('another place counts at once, and the one that was told before it is forgotten', () => {
  isSeen = false;
  time.tell(5);
  time.set(60);
  expect(time.shown.value).toBe(60);
  time.catchUp();
  expect(time.shown.value).toBe(60);
});
