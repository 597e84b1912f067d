/** The code that keeps files on the device, loaded in one piece after the first view. */
export { createDownloads } from '../../offline/downloads.ts';
export { TextCache } from '../../offline/text-cache.ts';
