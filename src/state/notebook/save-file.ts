/** Gives a small file to the person: through the share sheet of an installed app on iOS, else as a download. */
import { downloadFile } from './download-file.ts';

/** @throws when the browser refuses; closing the share sheet is no failure. */
export async function saveFile(name: string, type: string, content: BlobPart): Promise<void> {
  const file = new File([content], name, { type });
  // A download from an app on the home screen of iOS opens a page without a way back.
  const isIosApp = 'standalone' in navigator && navigator.standalone === true;
  if (isIosApp && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] });
      return;
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') return;
    }
  }
  downloadFile(file);
}
