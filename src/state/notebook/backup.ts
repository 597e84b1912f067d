/** Taking notes out and bringing them back, as the screens see it. The work itself is in `backup-work.ts`. */
import type { WorkbookPart } from '../../model/workbook.ts';
import { createModel } from '../create-model.ts';
import type { BackupWork } from './backup-work.ts';
import { type BringBackDeps, createBringBack } from './bring-back.ts';
import { createTakeOut, type TakeOutDeps } from './take-out.ts';

export interface BackupDeps extends TakeOutDeps, BringBackDeps {
  /** Fetches the code. @throws when it cannot be fetched */
  loadWork: () => Promise<BackupWork>;
  /** Shares too; bringing back only downloads. */
  giver: TakeOutDeps['giver'];
  /** What is on the screen's paper: from the texts that are there. */
  arrangeNow: () => WorkbookPart[];
  /** Fetches all texts of the route. */
  fetchTexts: () => Promise<void>;
}

export const BackupModel = createModel((deps: BackupDeps) => {
  let work: Promise<BackupWork> | undefined;

  function load(): Promise<BackupWork> {
    work ??= deps.loadWork().catch((error: unknown) => {
      work = undefined;
      throw error;
    });
    return work;
  }

  return {
    ...createTakeOut(deps, load),
    ...createBringBack(deps, load),
    arrangeNow: deps.arrangeNow,
    fetchTexts: deps.fetchTexts,
  };
});
