/** Does what was just asked about; it counts no press that was meant for the button that asked. */
import type { ComponentChildren } from 'preact';
import { useSettled } from './use-settled.ts';

interface ConfirmButtonProps {
  class: string | undefined;
  onConfirm: () => void;
  children: ComponentChildren;
}

/** To be mounted with the question. */
export function ConfirmButton({ class: look, onConfirm, children }: ConfirmButtonProps) {
  const isSettled = useSettled(true, true);
  return (
    <button
      type="button"
      class={look}
      aria-disabled={isSettled ? undefined : true}
      onClick={() => {
        if (isSettled) onConfirm();
      }}
    >
      {children}
    </button>
  );
}
