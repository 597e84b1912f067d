/** Gives a file to the person as a download. */

/** Long enough for the browser to have read it. */
const KEEP_URL_MS = 60_000;

/** Under its own name, where the browser puts what comes in. */
export function downloadFile(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_URL_MS);
}
