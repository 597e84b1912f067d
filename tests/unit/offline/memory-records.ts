import type { DownloadRecord, DownloadRecords, RecordChange } from '../../../src/model/download.ts';

/** Records that live as long as the test; what is saved is a copy, as a real store makes. */
export class MemoryRecords implements DownloadRecords {
  readonly kept = new Map<string, DownloadRecord>();
  isRefusing = false;
  /** Called before each use: waits as long as a database takes. */
  beforeUse: (() => Promise<void>) | undefined;

  async loadAll(): Promise<DownloadRecord[]> {
    await this.beforeUse?.();
    return [...this.kept.values()].map((record) => structuredClone(record));
  }

  async load(audioHash: string): Promise<DownloadRecord | undefined> {
    await this.beforeUse?.();
    return structuredClone(this.kept.get(audioHash));
  }

  async change(audioHash: string, next: RecordChange): Promise<DownloadRecord | undefined> {
    await this.beforeUse?.();
    if (this.isRefusing) throw new Error('no database here');
    const changed = next(structuredClone(this.kept.get(audioHash)));
    if (changed) this.kept.set(audioHash, structuredClone(changed));
    return structuredClone(this.kept.get(audioHash));
  }

  async remove(audioHash: string): Promise<void> {
    await this.beforeUse?.();
    this.kept.delete(audioHash);
  }
}
