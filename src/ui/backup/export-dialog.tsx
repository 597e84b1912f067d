/** "Exporteren": a backup first, then the ways to read, print and share. */
import type { RefObject } from 'preact';
import type { ExportKind } from '../../state/notebook/take-out.ts';
import { useApp } from '../frame/app-context.ts';
import sheetStyles from '../parts/bottom-sheet.module.css';
import { Icon, type IconShape } from '../parts/icon.tsx';
import * as icons from '../parts/icons.ts';
import { backupStrings } from '../strings/backup.ts';
import styles from './dialog.module.css';
import { DialogHead } from './dialog-head.tsx';
import { ExportOutcome } from './export-outcome.tsx';
import { MoveSteps } from './move-steps.tsx';
import type { PrintoutKind } from './printout.tsx';

const words = backupStrings.export;

interface ExportDialogProps {
  dialog: RefObject<HTMLDialogElement | null>;
  onPrint: (kind: PrintoutKind) => void;
}

export function ExportDialog({ dialog, onPrint }: ExportDialogProps) {
  const backup = useApp().tools.value?.backup;
  if (!backup) return null;
  const isBusy = backup.exportState.value.kind === 'busy';
  const take = (what: ExportKind) => () => void backup.take(what);
  return (
    <dialog
      ref={dialog}
      class={sheetStyles.root}
      aria-labelledby="exporteren"
      onClose={() => backup.forgetExport()}
    >
      <DialogHead id="exporteren" title={words.title} dialog={dialog} />
      <p class={styles.hint}>{words.intro}</p>
      <section class={styles.part} aria-label={words.backup}>
        <button type="button" class={styles.main} disabled={isBusy} onClick={take('backup')}>
          <Icon shape={icons.download} small />
          {words.backup}
        </button>
        <p class={styles.hint}>{words.backupHint}</p>
      </section>
      <ExportOutcome />
      <MoveSteps />
      <section class={styles.part} aria-labelledby="exporteren-tekst">
        <h3 id="exporteren-tekst" class={styles.subtitle}>
          {words.text}
        </h3>
        <div class={styles.list}>
          <Item icon={icons.print} label={words.print} onPress={() => onPrint('workbook')} />
          <Item icon={icons.notes} label={words.markdown} onPress={take('markdown')} />
          <Item icon={icons.copy} label={words.copyAll} onPress={() => void backup.copyAll()} />
          <Item icon={icons.external} label={words.annotations} onPress={take('annotations')} />
        </div>
      </section>
      <section class={styles.part} aria-labelledby="exporteren-team">
        <h3 id="exporteren-team" class={styles.subtitle}>
          {words.team}
        </h3>
        <p class={styles.hint}>{words.teamHint}</p>
        <div class={styles.list}>
          <Item
            icon={icons.print}
            label={words.printConversation}
            onPress={() => onPrint('conversation')}
          />
          <Item icon={icons.notes} label={words.conversation} onPress={take('conversation')} />
        </div>
      </section>
    </dialog>
  );
}

interface ItemProps {
  icon: IconShape;
  label: string;
  onPress: () => void;
}

function Item({ icon, label, onPress }: ItemProps) {
  return (
    <button type="button" class={styles.item} onClick={onPress}>
      <Icon shape={icon} small />
      {label}
    </button>
  );
}
