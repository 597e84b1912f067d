/** What a merge would do: what is written and removed, and what the person is told of it. */
import type { StoredValues } from '../storage/codec.ts';
import type { RecordKey } from '../storage/record-store.ts';
import type { TravellingStore } from './backup-format.ts';
import { isSame, keyName, type Tables } from './merge-tables.ts';
import type { BackupValues, DamagedRecord } from './read-backup.ts';

/**
 * How many come in, are there already as they are, and are there in another form (both are kept). A note that
 * was deleted here and comes back is one that comes in.
 */
export interface Counts {
  added: number;
  same: number;
  differs: number;
}

/** What the person is told of all but the voices. A note counts once, with all its versions. */
export interface PlanSummary {
  notes: Counts;
  progress: Counts;
  settings: Counts;
  journal: Counts;
  damaged: Counts;
}

/** What is to be written and removed, and what to say of it. */
export interface MergePlan {
  puts: { store: TravellingStore; value: StoredValues[TravellingStore] }[];
  removes: { store: 'drafts' | 'journal'; key: RecordKey }[];
  damaged: DamagedRecord[];
  summary: PlanSummary;
}

/** Nothing yet. */
export function startPlan(): MergePlan {
  const none = (): Counts => ({ added: 0, same: 0, differs: 0 });
  return {
    puts: [],
    removes: [],
    damaged: [],
    summary: {
      notes: none(),
      progress: none(),
      settings: none(),
      journal: none(),
      damaged: none(),
    },
  };
}

/** Joins record by record; `stored` shows the outcome afterwards. */
export function mergeAll<Store extends TravellingStore>(
  store: Store,
  join: (a: StoredValues[Store], b: StoredValues[Store]) => StoredValues[Store],
  stored: Tables,
  values: BackupValues,
  plan: MergePlan,
  counts: Counts,
  onChanged: (value: StoredValues[Store]) => void = () => undefined,
  saysTheSame: (a: StoredValues[Store], b: StoredValues[Store]) => boolean = isSame,
): void {
  const table: Map<string, StoredValues[Store]> = stored[store];
  for (const incoming of values[store] as StoredValues[Store][]) {
    const key = keyName(store, incoming);
    const present = table.get(key);
    const joined = present === undefined ? incoming : join(present, incoming);
    if (present === undefined) counts.added += 1;
    else if (saysTheSame(present, incoming)) counts.same += 1;
    else counts.differs += 1;
    if (present !== undefined && isSame(present, joined)) continue;
    table.set(key, joined);
    plan.puts.push({ store, value: joined });
    onChanged(joined);
  }
}
