/**
 * Puts a printout on paper: it is drawn beside the app, at the moment that the browser asks for it, and is
 * gone afterwards. The browser's own way to print gives the workbook.
 */
import { render } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { AppProvider, useApp } from '../frame/app-context.ts';
import { Printout, type PrintoutKind } from './printout.tsx';

/** @returns Prints, once all texts are there. */
export function usePaper(): (kind: PrintoutKind) => Promise<void> {
  const app = useApp();
  const backup = app.tools.value?.backup;
  const chosen = useRef<PrintoutKind>('workbook');

  useEffect(() => {
    const paper = document.createElement('div');
    paper.dataset.printout = '';
    const show = () => {
      if (!backup) return;
      document.body.append(paper);
      render(
        <AppProvider value={app}>
          <Printout kind={chosen.current} parts={backup.arrangeNow()} />
        </AppProvider>,
        paper,
      );
    };
    const hide = () => {
      render(null, paper);
      paper.remove();
      chosen.current = 'workbook';
    };
    addEventListener('beforeprint', show);
    addEventListener('afterprint', hide);
    return () => {
      removeEventListener('beforeprint', show);
      removeEventListener('afterprint', hide);
      hide();
    };
  }, [app, backup]);

  return useCallback(
    async (kind) => {
      await backup?.fetchTexts();
      chosen.current = kind;
      window.print();
    },
    [backup],
  );
}
