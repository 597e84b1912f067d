/** A short hash that names the build; put in by vite. */
declare const __BUILD__: string;
/** The packages that reach the listener; put in by vite. */
declare const __PACKAGES__: readonly { name: string; version: string; license: string }[];
