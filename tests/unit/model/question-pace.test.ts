import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question, QuestionTimes } from '../../../src/model/learning-module.ts';
import { type Listening, startListening, takeFact } from '../../../src/model/listening.ts';
import {
  hasSoftSound,
  isInQuiet,
  nextStop,
  paceQuestions,
  type QuestionPace,
} from '../../../src/model/question-pace.ts';
import { QUESTION_MODES, type QuestionMode } from '../../../src/model/settings.ts';

function question(id: string, times?: QuestionTimes, on: Question['on'] = 'module'): Question {
  return { id, kind: 'reflect', version: 'v', text: id, on, ...(times ? { times } : {}) };
}

/** Soft sound at 10, question at 11, quiet from 15 to 20; and the same half a minute later. */
const FIRST = question('een', { cueTime: 10, startTime: 11, quietTime: 15, endTime: 20 });
const SECOND = question('twee', { cueTime: 40, startTime: 41, quietTime: 45, endTime: 50 });
const QUESTIONS = [FIRST, SECOND];

function pace(mode: QuestionMode, more: Partial<QuestionPace> = {}): QuestionPace {
  return { mode, isVisible: true, isAnswered: () => false, ...more };
}

describe('one passage', () => {
  test.each([
    ['the page is seen', 'auto', true, 'pause'],
    ['the page is hidden', 'auto', false, 'later'],
    ['never a pause', 'later', true, 'later'],
  ] as const)('%s', (_why, mode, isVisible, kind) => {
    expect(paceQuestions(QUESTIONS, 14.9, 15.1, pace(mode, { isVisible }))).toEqual({
      kind,
      question: FIRST,
    });
  });

  test.each([
    ['before the end of the question', 14, 14.99],
    ['from exactly the end of the question', 15, 15.2],
    ['in the quiet', 16, 17],
    ['backwards', 15.1, 14.9],
    ['standing still', 15, 15],
  ])('nothing happens %s', (_why, from, to) => {
    expect(paceQuestions(QUESTIONS, from, to, pace('auto'))).toEqual({ kind: 'none' });
  });

  test('the end of the question belongs to the passage that reaches it', () => {
    expect(paceQuestions(QUESTIONS, 14.8, 15, pace('auto')).kind).toBe('pause');
  });

  test('an answered question stops nothing', () => {
    const answered = pace('auto', { isAnswered: (id) => id === 'een' });
    expect(paceQuestions(QUESTIONS, 14.9, 15.1, answered).kind).toBe('none');
    expect(paceQuestions(QUESTIONS, 44.9, 45.1, answered)).toMatchObject({ question: SECOND });
  });

  test.each([
    ['just before the soft sound', 9.6, 9.75, 'skip'],
    ['started just before the soft sound', 9.9, 10.1, 'skip'],
    ['long before the soft sound', 9, 9.6, 'none'],
    ['started in the question, by choice', 11.5, 11.8, 'none'],
  ])('off: %s', (_why, from, to, kind) => {
    expect(paceQuestions(QUESTIONS, from, to, pace('off')).kind).toBe(kind);
  });

  test('off leaves out an answered question too, up to the end of its quiet', () => {
    const action = paceQuestions(QUESTIONS, 9.6, 9.9, pace('off', { isAnswered: () => true }));
    expect(action).toEqual({ kind: 'skip', question: FIRST, to: 20 });
  });

  test('questions without times do nothing', () => {
    expect(paceQuestions([question('los')], 0, 100, pace('auto')).kind).toBe('none');
  });

  test('those of an episode count once its length gave them times', () => {
    const ofEpisode = question('ver', FIRST.times, 'episode');
    expect(paceQuestions([ofEpisode], 0, 100, pace('auto'))).toMatchObject({ kind: 'pause' });
    expect(paceQuestions([question('ver', undefined, 'episode')], 0, 100, pace('auto'))).toEqual({
      kind: 'none',
    });
  });
});

describe('a recording', () => {
  const spoken = question('s', { cueTime: 10, startTime: 10, quietTime: 14, endTime: 14 });
  const silent = question('z', { cueTime: 0, startTime: 0, quietTime: 0, endTime: 0 });

  test('has no soft sound, and loses nothing of the sentence before a question', () => {
    expect(spoken.times && hasSoftSound(spoken.times)).toBe(false);
    expect(paceQuestions([spoken], 9.6, 9.9, pace('off')).kind).toBe('none');
    expect(paceQuestions([spoken], 9.9, 10.1, pace('off'))).toMatchObject({ to: 14 });
  });

  test('a question at its very start comes up with the first sound', () => {
    expect(paceQuestions([silent], 0, 0.2, pace('auto')).kind).toBe('pause');
    expect(paceQuestions([silent], 0.2, 0.4, pace('auto')).kind).toBe('none');
  });
});

test('the quiet is half-open', () => {
  const times = { cueTime: 10, startTime: 11, quietTime: 15, endTime: 20 };
  expect([14.9, 15, 19.9, 20].map((time) => isInQuiet(times, time))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('the next stop is the first end of a question that is still open', () => {
  expect(nextStop(QUESTIONS, 0, () => false)).toBe(15);
  expect(nextStop(QUESTIONS, 15, () => false)).toBe(45);
  expect(nextStop(QUESTIONS, 0, (id) => id === 'een')).toBe(45);
  expect(nextStop(QUESTIONS, 45, () => false)).toBeUndefined();
});

describe('any way of listening', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 270 }), { minLength: 400, maxLength: 600 });

  test('whoever plays on meets each open question once, however the facts fall', () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (milliseconds, isVisible) => {
        const met: string[] = [];
        let time = 0;
        for (const step of milliseconds) {
          const to = time + step / 1000;
          const action = paceQuestions(QUESTIONS, time, to, pace('auto', { isVisible }));
          if (action.kind !== 'none') met.push(action.question.id);
          time = to;
        }
        const passed = QUESTIONS.filter(({ times }) => (times?.quietTime ?? 0) <= time);
        expect(met).toEqual(passed.map(({ id }) => id));
      }),
    );
  });

  test('a jump over questions triggers nothing, in any mode', () => {
    const moment = fc.double({ min: 0, max: 60, noNaN: true });
    fc.assert(
      fc.property(
        moment,
        moment,
        fc.constantFrom(...QUESTION_MODES),
        fc.boolean(),
        (from, to, mode, isSeekedFirst) => {
          // A browser may tell the new time before it tells that it jumped.
          fc.pre(Math.abs(to - from) > 1);
          let listening: Listening = startListening(from, 1, 0);
          listening = takeFact(listening, { kind: 'playing', at: 0 }).state;
          const kinds = isSeekedFirst
            ? (['seeked', 'time'] as const)
            : (['time', 'seeked'] as const);
          for (const kind of kinds) {
            const { state, heard } = takeFact(listening, { kind, currentTime: to, at: 50 });
            listening = state;
            const action = heard
              ? paceQuestions(QUESTIONS, heard.startTime, heard.endTime, pace(mode))
              : undefined;
            expect(action).toBeUndefined();
          }
        },
      ),
    );
  });

  test('off: at normal speed nothing of a question is heard', () => {
    fc.assert(
      fc.property(steps, (milliseconds) => {
        let time = 0;
        // Asked once at the end: a claim for every step and question takes seconds.
        const heard: number[] = [];
        for (const step of milliseconds) {
          const to = time + step / 1000;
          const action = paceQuestions(QUESTIONS, time, to, pace('off'));
          time = action.kind === 'skip' ? action.to : to;
          const isInside = QUESTIONS.some(
            ({ times }) => times && time >= times.cueTime && time < times.endTime,
          );
          if (isInside) heard.push(time);
        }
        expect(heard).toEqual([]);
      }),
    );
  });
});
