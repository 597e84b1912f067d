/**
 * Makes the list follow what is stored of one download, whoever wrote it: another tab, or this one in sight of
 * what another had written. Writes nothing itself, so that two tabs never answer each other for ever.
 */
import { type DownloadRecord, updateDownloadRecord } from '../model/download.ts';
import type { ModuleSummary } from '../model/learning-route.ts';
import type { Sha256 } from '../model/units.ts';
import type { DownloadLedger } from './download-ledger.ts';
import type { DownloadEntry, DownloadList } from './download-list.ts';
import type { DownloadRuns } from './download-runs.ts';
import { judgeDownload } from './judge-download.ts';
import type { PieceStore } from './piece-store.ts';
import type { TextCache } from './text-cache.ts';

/** What the follower works with. */
export interface FollowerParts {
  list: DownloadList;
  ledger: DownloadLedger;
  runs: DownloadRuns;
  pieces: PieceStore;
  texts: TextCache;
}

/** Follows the records of one tab's list. */
export class RecordFollower {
  readonly #parts: FollowerParts;
  #modules: readonly ModuleSummary[] = [];

  constructor(parts: FollowerParts) {
    this.#parts = parts;
  }

  /** The modules of the catalog: a download that is new here is taken in when it is one of theirs. */
  setModules(modules: readonly ModuleSummary[]): void {
    this.#modules = modules;
  }

  /** Reads the record again and does as it says. What cannot be read stays as it was told. */
  async follow(hash: Sha256): Promise<void> {
    const { ledger, pieces, texts } = this.#parts;
    ledger.renew(hash);
    const version = ledger.version(hash);
    try {
      const stored = await ledger.read(hash);
      const record = stored && this.#ofToday(stored);
      const judged =
        record && (await judgeDownload(record, (await pieces.list()).get(hash), texts));
      // Whoever wrote or read it after that knows more, and does as that says.
      if (ledger.version(hash) !== version) return;
      if (judged) this.#takeIn(judged);
      else if (!stored) this.#letGo(hash);
    } catch {
      // The next look is as good.
    }
  }

  #takeIn({ record, state }: DownloadEntry): void {
    const { list, runs } = this.#parts;
    const entry = list.withAudio(record.audioHash);
    if (!entry) {
      list.add([{ record, state, isStored: true }]);
    } else if (entry.state.kind !== 'downloading') {
      entry.record = record;
      list.setState(entry, state);
    } else if (state.kind !== 'queued') {
      // Paused there, or all of it is in.
      entry.record = record;
      list.setState(entry, state);
      void runs.stop(entry);
    }
    void runs.drain();
  }

  #letGo(hash: Sha256): void {
    const { list, ledger, runs } = this.#parts;
    const entry = list.withAudio(hash);
    if (entry?.isStored) {
      list.remove(entry);
      // What it wrote after the other tab took the bytes away would stay.
      if (runs.isRunning(entry)) void ledger.sweep(hash, { after: runs.stop(entry) });
    } else {
      // Its room is free now.
      list.touch();
    }
  }

  /** With the addresses that this tab's catalog has; `undefined` for what it does not know. */
  #ofToday(stored: DownloadRecord): DownloadRecord | undefined {
    const summary = this.#modules.find(({ audio }) => audio?.hash === stored.audioHash);
    if (summary) return updateDownloadRecord(stored, summary);
    const entry = this.#parts.list.withAudio(stored.audioHash);
    if (!entry) return undefined;
    const { moduleId, audio, textUrls, textSize } = entry.record;
    return { ...stored, moduleId, audio, textUrls, textSize };
  }
}
