import { describe, expect, test } from 'vitest';
import {
  createMediaSession,
  type MediaControls,
  type NowPlaying,
} from '../../../src/player/media-session.ts';
import { FakeSession } from '../../fixtures/fake-media-session.ts';

class FakeControls implements MediaControls {
  readonly asked: string[] = [];
  currentTime = 10;
  duration = 300;
  rate = 1;
  backStep = 15;
  forwardStep = 30;
  play = () => void this.asked.push('play');
  pause = () => void this.asked.push('pause');
  seekTo = (to: number) => void this.asked.push(`to ${to}`);
  skip = (by: number) => void this.asked.push(`skip ${by}`);
}

const shown: NowPlaying = {
  title: 'Overbrug taal',
  artist: 'Computerstem',
  album: 'Twee werelden, één opgave',
  artwork: [{ src: 'icon.png', sizes: '512x512', type: 'image/png' }],
};

function setUp() {
  const session = new FakeSession();
  const controls = new FakeControls();
  const view = createMediaSession(
    session,
    controls,
    (init) => ({ ...init }) as unknown as MediaMetadata,
  );
  return { session, controls, view };
}

describe('the lock screen', () => {
  test('shows what plays', () => {
    const { session, view } = setUp();
    view.show(shown);
    expect(session.metadata).toMatchObject(shown);
  });

  test('passes presses on, with the steps of the platform or our own', () => {
    const { session, controls, view } = setUp();
    view.show(shown);
    session.press('play');
    session.press('pause');
    session.press('seekbackward');
    session.press('seekforward');
    session.press('seekbackward', { seekOffset: 10 });
    session.press('seekto', { seekTime: 42 });
    session.press('seekto');
    expect(controls.asked).toEqual(['play', 'pause', 'skip -15', 'skip 30', 'skip -10', 'to 42']);
  });

  test('has no buttons for another track: on iOS those would replace the steps', () => {
    const { session, view } = setUp();
    view.show(shown);
    expect([...session.handlers.keys()].sort()).toEqual([
      'pause',
      'play',
      'seekbackward',
      'seekforward',
      'seekto',
    ]);
  });

  test('gets its handlers again when sound starts', () => {
    const { session, view } = setUp();
    view.show(shown);
    session.handlers.clear();
    session.metadata = null;
    view.onFact({ kind: 'playing' });
    expect(session.handlers.size).toBe(5);
    expect(session.metadata).toMatchObject(shown);
    expect(session.playbackState).toBe('playing');
  });

  test.each(['paused', 'ended'] as const)('says that it stands still after %s', (kind) => {
    const { session, view } = setUp();
    view.show(shown);
    view.onFact({ kind: 'playing' });
    view.onFact({ kind });
    expect(session.playbackState).toBe('paused');
  });

  test('knows the place after a jump and a change of speed', () => {
    const { session, controls, view } = setUp();
    view.show(shown);
    controls.currentTime = 99;
    controls.rate = 1.5;
    view.onFact({ kind: 'seeked', currentTime: 99 });
    expect(session.position).toEqual({ duration: 300, position: 99, playbackRate: 1.5 });
  });

  test.each([
    {
      why: 'a length that is not known',
      duration: Number.NaN,
      currentTime: 1,
      expected: undefined,
    },
    {
      why: 'an endless length',
      duration: Number.POSITIVE_INFINITY,
      currentTime: 1,
      expected: undefined,
    },
    { why: 'no length', duration: 0, currentTime: 0, expected: undefined },
    { why: 'a place past the end', duration: 10, currentTime: 10.2, expected: 10 },
    { why: 'a place before the start', duration: 10, currentTime: -1, expected: 0 },
  ])('never throws for $why', ({ duration, currentTime, expected }) => {
    const { session, controls, view } = setUp();
    view.show(shown);
    Object.assign(controls, { duration, currentTime });
    view.onFact({ kind: 'loaded', duration });
    expect(session.position?.position).toBe(expected);
  });

  test('a platform that knows fewer actions gets the others', () => {
    const { session, view } = setUp();
    session.unknownActions = ['seekto', 'play'];
    view.show(shown);
    expect([...session.handlers.keys()].sort()).toEqual(['pause', 'seekbackward', 'seekforward']);
  });

  test('is empty after letting go, and stays so', () => {
    const { session, view } = setUp();
    view.show(shown);
    view.clear();
    view.onFact({ kind: 'paused' });
    expect(session).toMatchObject({ metadata: null, playbackState: 'none', position: undefined });
    expect(session.handlers.size).toBe(0);
  });

  test('a browser without it is no problem', () => {
    const view = createMediaSession(undefined, new FakeControls());
    view.show(shown);
    view.onFact({ kind: 'playing' });
    view.clear();
  });
});
