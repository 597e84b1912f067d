/** Gives a file to the person: a download, or the share sheet of a phone. */
import { downloadFile } from './download-file.ts';

/** The ways that this device has. */
export interface FileGiver {
  /** Whether the share sheet is the better way: on a phone or tablet that takes this kind of file. */
  prefersShare(file: File): boolean;
  download(file: File): void;
  /** @throws when the sheet cannot be opened; `AbortError` when the person closed it. */
  share(file: File): Promise<void>;
}

export function createFileGiver(): FileGiver {
  return {
    prefersShare: (file) =>
      matchMedia('(pointer: coarse)').matches && navigator.canShare?.({ files: [file] }) === true,
    download: downloadFile,
    share: (file) => navigator.share({ files: [file] }),
  };
}
