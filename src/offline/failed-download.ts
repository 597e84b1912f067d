/** What a failure of one download means for it, and for the ones that wait behind it. */
import type { Sha256 } from '../model/units.ts';
import type { DownloadError } from './download-error.ts';
import { type DownloadEntry, type DownloadList, progressOf } from './download-list.ts';
import type { PieceStore } from './piece-store.ts';

/** Says why it failed, and whether what is there can be heard. */
export async function setFailed(
  { list, pieces }: { list: DownloadList; pieces: PieceStore },
  entry: DownloadEntry,
  { code }: DownloadError,
): Promise<void> {
  const { state } = entry;
  const isWall = code === 'network' || code === 'quota' || code === 'unavailable';
  // The others would meet the same wall, each after its own row of tries.
  const others = isWall ? list.withState('queued') : [];
  const audios = [entry, ...others].map(({ record }) => record.audio);
  const playable = await pieces.playable(audios).catch(() => new Set<Sha256>());
  for (const each of [entry, ...others]) {
    // Meanwhile the person may have wanted something else.
    if (each === entry ? each.state !== state : each.state.kind !== 'queued') continue;
    const rest = playable.has(each.record.audioHash) ? { isPlayable: true as const } : {};
    list.setState(each, { kind: 'failed', code, ...progressOf(each), ...rest });
  }
}
