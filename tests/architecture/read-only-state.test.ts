/** Screens read what is true and ask for what they want; the types refuse them to write it. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { describe, expectTypeOf, it } from 'vitest';
import type { AppState } from '../../src/state/app-state.ts';
import { createModel } from '../../src/state/create-model.ts';

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** The names on the way to each signal that can be written, through other signals too; deep enough for all tools. */
type Writable<State, Depth extends 0[] = []> = Depth['length'] extends 6
  ? never
  : State extends (...args: never[]) => unknown
    ? never
    : State extends ReadonlySignal<infer Value>
      ? Same<State, ReadonlySignal<Value>> extends true
        ? Writable<NonNullable<Value>, [...Depth, 0]>
        : ''
      : State extends readonly unknown[] | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>
        ? never
        : State extends object
          ? {
              [Key in keyof State &
                string]: `${Key} ${Writable<NonNullable<State[Key]>, [...Depth, 0]>}`;
            }[keyof State & string]
          : never;

/** The step "types" of the checks is what fails here, as it does for every `@ts-expect-error` that is none. */
describe('the state that screens hold', () => {
  it('has no signal that can be written', () => {
    expectTypeOf<Writable<AppState>>().toBeNever();
  });

  it('would show one', () => {
    interface Leaky {
      one: ReadonlySignal<{ two: { three: Signal<number> } } | undefined>;
      four: ReadonlySignal<number>;
    }
    expectTypeOf<Writable<Leaky>>().toEqualTypeOf<'one two three '>();
  });

  it('is read-only as each model is made', () => {
    const Model = createModel(() => {
      const count = signal(0);
      return { count, deep: { count }, add: (): number => count.value++ };
    });
    const model = new Model();
    model.add();
    // @ts-expect-error -- only the model itself writes
    model.count.value = 2;
    // @ts-expect-error -- in a group of signals neither
    model.deep.count.value = 2;
  });
});
