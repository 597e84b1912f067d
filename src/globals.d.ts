/** A short hash that names the build; put in by vite. */
declare const __BUILD__: string;
