/** Everything that is true now, in one object that the screens read. */
import type { ReadonlySignal } from '@preact/signals-core';
import type { AppParts } from './app-parts.ts';
import type { AppTools } from './app-tools.ts';
import type { AppearanceState } from './appearance.ts';
import type { OfflineTools } from './offline/offline-tools.ts';

export interface AppState extends AppParts {
  appearance: AppearanceState;
  /** What the page about being offline works with; absent until its code is there, after the first view. */
  offline: ReadonlySignal<OfflineTools | undefined>;
  /** Absent until their code is there: with the first page after the route page or the first touch of a play control. */
  tools: ReadonlySignal<AppTools | undefined>;
}
