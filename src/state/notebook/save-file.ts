/** Gives a small file to the person: through the share sheet of an installed app on iOS, else as a download. */

/** Long enough for the browser to have read it. */
const KEEP_URL_MS = 60_000;

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
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_URL_MS);
}
