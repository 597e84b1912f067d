/** The one place where icons come in: lucide's shapes, drawn as decoration beside words. */
import {
  Bot,
  Check,
  ChevronLeft,
  ChevronRight,
  CircleCheck,
  CircleQuestionMark,
  CloudDownload,
  Download,
  ExternalLink,
  FileText,
  Gauge,
  type IconNode,
  ListOrdered,
  Minus,
  NotebookPen,
  Pause,
  Play,
  Plus,
  RotateCcw,
  RotateCw,
  Route,
  SkipBack,
  SkipForward,
  SlidersHorizontal,
  Trash2,
  TriangleAlert,
  X,
} from 'lucide';
import { h } from 'preact';
import styles from './icon.module.css';

const shapes = {
  back: RotateCcw,
  check: Check,
  chapters: ListOrdered,
  close: X,
  computer: Bot,
  done: CircleCheck,
  download: Download,
  external: ExternalLink,
  forward: RotateCw,
  left: ChevronLeft,
  minus: Minus,
  next: SkipForward,
  notes: NotebookPen,
  offline: CloudDownload,
  pause: Pause,
  play: Play,
  plus: Plus,
  previous: SkipBack,
  question: CircleQuestionMark,
  remove: Trash2,
  right: ChevronRight,
  route: Route,
  settings: SlidersHorizontal,
  speed: Gauge,
  text: FileText,
  warning: TriangleAlert,
} satisfies Record<string, IconNode>;

export type IconName = keyof typeof shapes;

/** One icon; `filled` for the shapes that read better solid (play, pause). */
export function Icon({
  name,
  filled = false,
  small = false,
}: {
  name: IconName;
  filled?: boolean;
  small?: boolean;
}) {
  return (
    <svg
      class={styles.root}
      data-filled={filled ? '' : undefined}
      data-small={small ? '' : undefined}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name].map(([tag, attributes], index) => h(tag, { key: index, ...attributes }))}
    </svg>
  );
}
