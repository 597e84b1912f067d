/**
 * Has the browser ask before a page closes with what stands nowhere else: a recording that goes on or could
 * not be stored, and words that could not be kept. Only then: a browser holds on to a page that it need not ask about.
 */
import { effect } from '@preact/signals-core';
import type { DeviceState } from '../device.ts';
import type { NotebookState } from './notebook.ts';
import type { VoiceState } from './voice.ts';

export interface LeavingParts {
  notebook: Pick<NotebookState, 'isOnlyHere' | 'notes'>;
  voice: Pick<VoiceState, 'isOnlyHere'>;
  device: Pick<DeviceState, 'isKept' | 'hasEnded'>;
  /** The window. */
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
}

/** From now on, for as long as there is something to lose. */
export function warnBeforeLeaving({ notebook, voice, device, target }: LeavingParts): void {
  const ask = (event: Event) => event.preventDefault();
  effect(() => {
    const isInMemory = !device.isKept.value && notebook.notes.value.size > 0;
    const isAtStake = voice.isOnlyHere.value || notebook.isOnlyHere.value || isInMemory;
    if (!isAtStake || device.hasEnded.value) return undefined;
    target.addEventListener('beforeunload', ask);
    return () => target.removeEventListener('beforeunload', ask);
  });
}
