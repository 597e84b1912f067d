/** Makes the model of a slice. Whoever holds one reads its signals and calls its actions; only the file of the slice itself writes. */
import {
  createModel as createSignalsModel,
  type ModelConstructor,
  type ModelFactory,
  type ReadonlySignal,
  type Signal,
} from '@preact/signals-core';

/** A model as others see it: no signal of it can be written. */
type Shown<Model> = {
  readonly [Key in keyof Model]: Model[Key] extends Signal<infer Value>
    ? ReadonlySignal<Value>
    : Model[Key] extends (...args: never[]) => unknown
      ? Model[Key]
      : Model[Key] extends object
        ? Shown<Model[Key]>
        : Model[Key];
};

/** As that of the signals library, except that what it makes is read-only. */
export const createModel = createSignalsModel as <Model, Arguments extends unknown[] = []>(
  factory: ModelFactory<Model, Arguments>,
) => ModelConstructor<Shown<Model>, Arguments>;
