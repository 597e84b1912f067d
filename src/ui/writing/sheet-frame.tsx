/** The sheet that something is written on: over the page, with the focus kept inside and given back after. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../frame/app-context.ts';
import sheetStyles from '../parts/bottom-sheet.module.css';
import styles from './writing-sheet.module.css';

interface SheetFrameProps {
  /** Id of the element that names it. */
  labelledBy: string;
  children: ComponentChildren;
}

export function SheetFrame({ labelledBy, children }: SheetFrameProps) {
  const { notebook } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    element.showModal();
    // Gives the focus back; where what opened it is gone, `keep-focus.ts` finds what is next to it.
    return () => element.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      class={`${sheetStyles.root} ${styles.root}`}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault();
        void notebook.close();
      }}
    >
      {children}
    </dialog>
  );
}
