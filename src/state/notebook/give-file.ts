/** Gives a file to the person: a download, or the share sheet of a phone. */

/** Long enough for the browser to have read it. */
const KEEP_URL_MS = 60_000;

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
    download(file) {
      const url = URL.createObjectURL(file);
      const link = document.createElement('a');
      link.href = url;
      link.download = file.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), KEEP_URL_MS);
    },
    share: (file) => navigator.share({ files: [file] }),
  };
}
