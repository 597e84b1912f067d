import type { DownloadRecord, DownloadRecords } from '../../../src/model/download.ts';

/** Records that live as long as the test; what is saved is a copy, as a real store makes. */
export class MemoryRecords implements DownloadRecords {
  readonly kept = new Map<string, DownloadRecord>();
  isRefusing = false;

  async loadAll(): Promise<DownloadRecord[]> {
    return [...this.kept.values()].map((record) => structuredClone(record));
  }

  async save(record: DownloadRecord): Promise<void> {
    if (this.isRefusing) throw new Error('no database here');
    this.kept.set(record.audioHash, structuredClone(record));
  }

  async remove(audioHash: string): Promise<void> {
    this.kept.delete(audioHash);
  }
}
