/**
 * Words that everybody sees at once and that a screen reader says by itself when their moment is there. One
 * element for both: it is silent while its words change, and is written once more when they are to be heard.
 */
import { useSignal } from '@preact/signals';
import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Milliseconds } from '../../model/units.ts';

/** A region that is heard from the same moment as its words is not heard in every browser. */
const OPEN_BEFORE_MS: Milliseconds = 100;

interface QuietStatusProps {
  /** What it says, as one text. */
  words: string;
  /** Absent when it need not be heard. */
  sayAfter: Milliseconds | undefined;
  /** Waiting starts again when this changes. */
  since?: unknown;
  class?: string;
  /** The same words as they are shown. */
  children: ComponentChildren;
}

export function QuietStatus(props: QuietStatusProps) {
  const { words, sayAfter, since, children } = props;
  /** The words that the region is open for: other ones are silent. */
  const openFor = useSignal('');
  const writing = useSignal(0);
  const heard = useRef('');

  useEffect(() => {
    if (words === '') heard.current = '';
    if (sayAfter === undefined || words === heard.current) return undefined;
    const open = setTimeout(() => {
      openFor.value = words;
    }, sayAfter);
    const say = setTimeout(() => {
      heard.current = words;
      writing.value += 1;
    }, sayAfter + OPEN_BEFORE_MS);
    return () => {
      clearTimeout(open);
      clearTimeout(say);
    };
  }, [words, sayAfter, since, openFor, writing]);

  return (
    <div
      class={props.class}
      role="status"
      aria-live={words !== '' && openFor.value === words ? 'polite' : 'off'}
    >
      <Fragment key={writing.value}>{children}</Fragment>
    </div>
  );
}
