/** Copies a text that is still being made. */

/**
 * To be called inside the press: Safari takes no text that comes after it, but does take the promise of one.
 *
 * @throws when the text cannot be made, or the browser refuses it
 * @see https://webkit.org/blog/10855/async-clipboard-api/
 */
export async function copyComingText(text: Promise<string>): Promise<void> {
  const { clipboard } = navigator;
  try {
    const item = new ClipboardItem({
      'text/plain': text.then((words) => new Blob([words], { type: 'text/plain' })),
    });
    await clipboard.write([item]);
  } catch {
    // Older browsers know no such item, or want its content at once.
    await clipboard.writeText(await text);
  }
}
